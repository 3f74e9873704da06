// What pages gain when a browser runs scripts. Every page can be read and every form sent without it.
"use strict";

document.documentElement.classList.add("scripted");

// ---- words beside a shape: shown on pointing and on focus, gone with Escape ----

const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true");
document.body.append(tip);

function showTip(event) {
  const target = event.target.closest?.("[data-tip]");
  tip.hidden = !target;
  if (!target) return;
  tip.textContent = target.dataset.tip;
  const box = target.getBoundingClientRect();
  const width = tip.offsetWidth;
  const above = box.top - tip.offsetHeight - 6;
  tip.style.left = Math.max(6, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 6)) + "px";
  tip.style.top = (above > 60 ? above : box.bottom + 6) + "px";
}

document.addEventListener("pointerover", showTip);
document.addEventListener("focusin", showTip);
document.addEventListener("scroll", () => { tip.hidden = true; }, true);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });

// What pages gain when a browser runs scripts. Every page can be read and every form sent without it.
"use strict";

document.documentElement.classList.add("scripted");

// ---- words beside a shape: shown on pointing and on focus, gone with Escape ----

const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true");
document.body.append(tip);

let pointedAt = null;

function placeTip() {
  tip.hidden = !pointedAt;
  if (!pointedAt) return;
  tip.textContent = pointedAt.dataset.tip;
  const box = pointedAt.getBoundingClientRect();
  const width = tip.offsetWidth;
  const above = box.top - tip.offsetHeight - 6;
  tip.style.left = Math.max(6, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 6)) + "px";
  tip.style.top = (above > 60 ? above : box.bottom + 6) + "px";
}

function pointAt(target) {
  pointedAt = target?.closest?.("[data-tip]") ?? null;
  placeTip();
}

document.addEventListener("pointerover", (event) => pointAt(event.target));
document.addEventListener("focusin", (event) => pointAt(event.target));
document.addEventListener("scroll", placeTip, true);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") pointAt(null); });

// ---- a table of links: one stop for Tab, arrows within; without scripts every link is a stop ----

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

document.querySelectorAll("[data-roving]").forEach((table) => {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector("a")));
  const links = rows.flat().filter(Boolean);
  const stopAt = (stop) => links.forEach((link) => { link.tabIndex = link === stop ? 0 : -1; });
  const placeOf = (link) => [link.closest("tr").rowIndex, link.closest("td, th").cellIndex];

  function next(link, [down, right]) {
    let [row, column] = placeOf(link);
    do { row += down; column += right; } while (rows[row]?.[column] === null);
    return rows[row]?.[column];
  }

  function target(link, key, whole) {
    const row = rows[placeOf(link)[0]].filter(Boolean);
    if (key === "Home") return whole ? links[0] : row[0];
    if (key === "End") return whole ? links.at(-1) : row.at(-1);
    return STEPS[key] && next(link, STEPS[key]);
  }

  stopAt(table.querySelector("td a[aria-current]") ?? table.querySelector("td a") ?? links[0]);
  table.closest("[tabindex]").removeAttribute("tabindex");
  table.addEventListener("focusin", (event) => { if (links.includes(event.target)) stopAt(event.target); });
  table.addEventListener("keydown", (event) => {
    const found = links.includes(event.target) && target(event.target, event.key, event.ctrlKey);
    if (!found) return;
    event.preventDefault();
    found.focus();
  });
});

// ---- a choice that applies at once ----

document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-submit]")) event.target.form.requestSubmit();
});

// ---- all of a list at once ----

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-pick-all]")) return;
  event.target.form.querySelectorAll("input[name=pick]").forEach((box) => { box.checked = event.target.checked; });
});

// ---- a secret into the clipboard; over plain HTTP browsers only copy what is selected ----

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand("copy");
  button.textContent = button.dataset.copied;
});

// ---- how far an upload is ----

document.addEventListener("htmx:xhr:progress", (event) => {
  const bar = event.target.matches("[data-upload]") && event.target.querySelector("progress");
  if (!bar || !event.detail.lengthComputable) return;
  bar.hidden = false;
  bar.value = (100 * event.detail.loaded) / event.detail.total;
});

// ---- what the server did not answer, or refused, is said until it answers again ----

const unanswered = document.createElement("p");
unanswered.className = "unanswered";
unanswered.setAttribute("role", "alert");

function sayUnanswered() {
  const place = document.querySelector("[data-unanswered]");
  unanswered.textContent = place.dataset.unanswered;
  place.before(unanswered);
}

document.addEventListener("htmx:sendError", sayUnanswered);
document.addEventListener("htmx:responseError", sayUnanswered);
document.addEventListener("htmx:beforeOnLoad", () => unanswered.remove());

// ---- charts: the numbers stand in the page, the colours in the style sheet ----

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function trajectory(lines, words, isNarrow) {
  const text = { color: colour("--muted"), fontFamily: getComputedStyle(document.body).fontFamily };
  const line = (name, data, look) => ({ name, data, type: "line", connectNulls: false, symbol: "none", ...look });
  const some = (data) => data?.some((value) => value !== null);
  const width = lines.high?.map((high, month) => (high === null ? null : high - lines.low[month]));
  const band = { stack: "band", stackStrategy: "all", lineStyle: { opacity: 0 }, silent: true };
  const series = [
    some(lines.high) && line(words.band, lines.low, { ...band, tooltip: { show: false } }),
    some(lines.high) && line(words.band, width, { ...band, color: colour("--steady"), areaStyle: { color: colour("--steady"), opacity: 0.18 } }),
    some(lines.target) && line(words.target, lines.target, { color: colour("--ink"), lineStyle: { width: 1.5 } }),
    some(lines.floor) && line(words.floor, lines.floor, { color: colour("--worst"), lineStyle: { width: 1.5, type: "dotted" } }),
    some(lines.standing) && line(words.standing, lines.standing, { color: colour("--muted"), lineStyle: { width: 2, type: "dashed" } }),
    some(lines.expected) && line(words.expected, lines.expected, lines.standing ? { color: colour("--worst"), lineStyle: { width: 2.5 } } : { color: colour("--muted"), lineStyle: { width: 2, type: "dashed" } }),
    some(lines.forecast) && line(words.forecast, lines.forecast, { color: colour("--steady"), lineStyle: { width: 2, type: [3, 3] } }),
    line(words.actual, lines.actual, { color: colour("--link"), symbol: "circle", symbolSize: 7, lineStyle: { width: 3 } }),
  ].filter(Boolean);
  const legend = (name) => name === words.band ? { name, icon: "roundRect", itemStyle: { color: colour("--steady"), opacity: 0.3 } } : { name, itemStyle: { opacity: name === words.actual ? 1 : 0 } };
  return {
    animation: false,
    textStyle: text,
    legend: { bottom: 0, textStyle: text, data: [...new Set(series.map((one) => one.name))].map(legend) },
    grid: { left: 8, right: 16, top: 34, bottom: isNarrow ? 64 : 40, containLabel: true },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("--surface"), borderColor: colour("--line-strong"), textStyle: { color: colour("--ink"), fontFamily: text.fontFamily } },
    xAxis: { type: "category", boundaryGap: false, data: lines.months, axisLabel: text, axisLine: { lineStyle: { color: colour("--line-strong") } } },
    yAxis: { type: "value", name: lines.unit, nameTextStyle: text, scale: true, min: (reach) => Math.max(Math.min(0, reach.min), reach.min - (reach.max - reach.min) * 0.06), axisLabel: { ...text, showMinLabel: false }, splitLine: { lineStyle: { color: colour("--line") } } },
    series,
  };
}

function drawCharts() {
  document.querySelectorAll("[data-chart]").forEach((place) => {
    const lines = JSON.parse(place.parentElement.querySelector("[data-chart-lines]").textContent);
    const words = place.parentElement.querySelector("[data-chart-words]").dataset;
    const drawn = echarts.getInstanceByDom(place);
    const chart = drawn ?? echarts.init(place, null, { renderer: "canvas" });
    chart.setOption(trajectory(lines, words, place.clientWidth < 480), true);
    chart.getZr().flush();
    if (!drawn) place.parentElement.querySelector("details")?.removeAttribute("open");
  });
}

document.addEventListener("DOMContentLoaded", () => {
  if (!document.querySelector("[data-chart]")) return;
  drawCharts();
  const each = (act) => document.querySelectorAll("[data-chart]").forEach((place) => act(echarts.getInstanceByDom(place)));
  addEventListener("resize", () => each((chart) => chart.resize()));
  addEventListener("beforeprint", () => each((chart) => chart.resize()));
  for (const look of ["(prefers-color-scheme: dark)", "print"]) matchMedia(look).addEventListener("change", drawCharts);
  document.addEventListener("htmx:oobAfterSwap", (event) => { if (event.target.matches("[data-chart-lines]")) drawCharts(); });
});

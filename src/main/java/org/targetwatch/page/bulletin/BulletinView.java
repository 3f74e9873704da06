package org.targetwatch.page.bulletin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.Issued;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.page.Links;
import org.targetwatch.page.Shown;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A month's bulletin, and those of the other months.
 *
 * @param state whether it was issued, as which number and by whom; or that it is a draft
 * @param file its address without the ending of the format; null where there is nothing the reader may see
 */
record BulletinView(String plan, String period, Text state, boolean issued, @Nullable String file, List<Month> months) {

    /** @param number null while it is not issued */
    record Month(String href, String name, @Nullable Integer number, boolean shown) {}

    static BulletinView of(
            Plan plan,
            Period period,
            Period last,
            List<Issued> issued,
            boolean seesDrafts,
            Links links,
            Language language) {
        Optional<Issued> own = of(period, issued);
        String file = "/api/v1/plans/%s/bulletins/%s".formatted(plan.code(), period);
        return new BulletinView(
                new Text(plan.name(), plan.english()).in(language),
                Shown.month(period, language),
                own.map(BulletinView::state).orElse(new Text("草稿，尚未印发", "Draft, not issued yet")),
                own.isPresent(),
                own.isPresent() || seesDrafts ? file : null,
                plan.start()
                        .through(last.laterOf(period))
                        .map(month -> new Month(
                                links.address("/bulletins/" + month).toString(),
                                Shown.month(month, language),
                                of(month, issued).map(Issued::number).orElse(null),
                                month.equals(period)))
                        .toList());
    }

    private static Optional<Issued> of(Period period, List<Issued> issued) {
        return issued.stream().filter(one -> one.period().equals(period)).findFirst();
    }

    private static Text state(Issued issued) {
        return Text.of("第 %s 期，%s 印发", "No. %s, issued by %s", issued.number(), issued.issuedBy());
    }
}

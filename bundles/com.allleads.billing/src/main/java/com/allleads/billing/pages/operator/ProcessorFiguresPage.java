package com.allleads.billing.pages.operator;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Chart.Series;
import com.allleads.api.portal.Chart.Tone;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.billing.figures.Figures;
import com.allleads.billing.figures.Outcomes;
import com.allleads.billing.figures.ProcessorDay;
import com.allleads.billing.figures.ProcessorFigures;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much each card processor took in the last days, and what became of what it was asked, as charts. */
@Component(service = Page.class, property = "allleads.command=allleads:processor-figures")
public final class ProcessorFiguresPage implements Page {

    private final Figures figures;

    @Activate
    public ProcessorFiguresPage(@Reference Figures figures) {
        this.figures = figures;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/operator/processor-figures", "figures.title", Access.Role.VIEWER);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(
                ProcessorFiguresPage.class,
                "figures.ftl",
                Map.of(
                        "days",
                        Figures.DAYS,
                        "processors",
                        figures.latest().stream().map(Shown::of).toList()));
    }

    /**
     * A processor as it is drawn.
     *
     * @param name its name
     * @param volume how much it took
     * @param outcomes what became of what it was asked
     * @param volumePerDay how much it took on each day
     * @param outcomesPerDay what became of it on each day
     */
    public record Shown(String name, Money volume, Outcomes outcomes, Chart volumePerDay, Chart outcomesPerDay) {

        static Shown of(ProcessorFigures figures) {
            List<ProcessorDay> days = figures.days();
            return new Shown(
                    figures.processor(),
                    figures.volume(),
                    figures.outcomes(),
                    chart(days, series("series.VOLUME", Tone.GOOD, days, day -> day.volume()
                            .getAmount()
                            .doubleValue())),
                    chart(
                            days,
                            series("series.SETTLED", Tone.GOOD, days, day -> day.outcomes()
                                    .settled()),
                            series(
                                    "series.OPEN",
                                    Tone.WAIT,
                                    days,
                                    day -> day.outcomes().pending()
                                            + day.outcomes().unknown()),
                            series("series.DECLINED", Tone.PLAIN, days, day -> day.outcomes()
                                    .declined()),
                            series("series.NOT_ATTEMPTED", Tone.BAD, days, day -> day.outcomes()
                                    .notAttempted())));
        }

        private static Chart chart(List<ProcessorDay> days, Series... series) {
            return new Chart(
                    Chart.Kind.BARS,
                    days.stream().map(day -> day.day().toString()).toList(),
                    List.of(series));
        }

        private static Series series(
                String name, Tone tone, List<ProcessorDay> days, ToDoubleFunction<ProcessorDay> figure) {
            return new Series(
                    name,
                    tone,
                    days.stream().map(day -> figure.applyAsDouble(day)).toList());
        }
    }
}

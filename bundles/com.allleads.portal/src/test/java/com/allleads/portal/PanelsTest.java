package com.allleads.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Chart.Series;
import com.allleads.api.portal.Chart.Tone;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.portal.operator.DashboardPage;
import com.allleads.portal.pages.HomePage;
import com.allleads.portal.testing.Look;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Test;

public class PanelsTest {

    private final InstalledPanels panels = new InstalledPanels();
    private final DashboardPage dashboard = new DashboardPage(panels);

    @Test
    public void drawsWhatCapabilitiesCount() {
        Chart chart = new Chart(
                Chart.Kind.BARS,
                List.of("2026-11-24", "2026-11-25"),
                List.of(
                        new Series("settled", Tone.GOOD, List.of(3.0, 1.0)),
                        new Series("lost", Tone.BAD, List.of(1.0, 0.0))));
        install(1, Panel.Info.forOperators("Top-ups", 1, "/operator/payments"), () -> chart(chart));

        assertThat(Look.at(dashboard).asOperator().html())
                .contains("<h2>Top-ups</h2>")
                .contains("viewBox=\"0 0 420 190\"")
                .contains("<rect class=\"good\"")
                .contains("<th scope=\"row\">2026-11-25</th><td class=\"number\">1</td><td class=\"number\">0</td>");
    }

    @Test
    public void onePanelThatFailsLeavesTheOthers() {
        install(1, Panel.Info.forOperators("Broken", 1, "/operator/x"), () -> {
            throw new IllegalStateException("secret of somebody");
        });
        install(2, Panel.Info.forOperators("Whole", 2, "/operator/y"), () -> words("all is well"));

        assertThat(Look.at(dashboard).asOperator().html())
                .contains("This cannot be shown at the moment.")
                .contains("all is well")
                .doesNotContain("secret");
    }

    @Test
    public void isGoneWithItsBundle() {
        PageReference<Panel> reference =
                install(1, Panel.Info.forOperators("Passing", 1, "/operator/x"), () -> words("here"));
        panels.remove(reference);

        assertThat(Look.at(dashboard).asOperator().html()).contains("No capability has anything to show yet.");
    }

    @Test
    public void peopleAndOperatorsSeeWhatIsForThem() {
        install(1, Panel.Info.forOperators("For operators", 1, "/operator/x"), () -> words("counts"));

        assertThat(Look.at(new HomePage(panels)).html()).doesNotContain("counts");
    }

    private static Show chart(Chart chart) {
        return PageAnswer.show(PanelsTest.class, "chart.ftl", Map.of("chart", chart));
    }

    private static Show words(String words) {
        return PageAnswer.show(PanelsTest.class, "shows.ftl", Map.of("value", words));
    }

    private PageReference<Panel> install(int id, Panel.Info info, Supplier<Show> shows) {
        PageReference<Panel> reference = new PageReference<>(0, id);
        panels.add(reference, new Panel() {
            @Override
            public Info info() {
                return info;
            }

            @Override
            public Show show(PageRequest request) {
                return shows.get();
            }
        });
        return reference;
    }
}

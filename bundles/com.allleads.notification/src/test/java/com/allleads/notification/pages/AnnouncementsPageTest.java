package com.allleads.notification.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.notification.OperatorActs;
import com.allleads.notification.announcement.Hall;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class AnnouncementsPageTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final List<String> recorded = new ArrayList<>();
    private Hall hall;
    private AnnouncementsPage page;

    @Before
    public void open() {
        hall = new Hall(STORE);
        page = new AnnouncementsPage(hall.announcing, hall.progress, OperatorActs.by(act -> {
            recorded.add(act.action() + " " + act.reason().orElse(""));
            return (outcome, problem) -> {};
        }));
    }

    @Test
    public void announcesWhatWasEnteredAndStated() {
        hall.person();

        assertThat(filled().with("service", "yes").said()).isEqualTo("Announcement 1 is on its way to everybody.");

        assertThat(recorded).containsExactly("announce The database moves.");
        assertThat(hall.announcements.newest(1).get(0).english()).isEqualTo(Hall.ENGLISH);
        hall.sendOut();
        assertThat(Look.at(page).asOperator().html())
                .contains("Maintenance tonight", "being sent", "Announcement 1 is being sent", "<svg");
        assertThat(Look.at(page).asOperator().in("es").html())
                .contains("Mantenimiento", "El anuncio 1 se está enviando")
                .doesNotContain("Maintenance tonight");
    }

    @Test
    public void announcesNothingThatIsNotStatedToConcernTheService() {
        assertThat(filled().refused())
                .contains("Must be stated: nothing else is announced to everybody.")
                .contains("We are away from 2 to 3.");
        assertThat(filled().in("es").refused()).contains("Debe declararse: nada más se anuncia a todos.");

        assertThat(hall.announcements.all()).isEmpty();
        assertThat(recorded).hasSize(2);
    }

    @Test
    public void namesWhatIsMissingOrNonsense() {
        assertThat(Look.at(page).asOperator().with("subject.en", "?!").refused())
                .contains(
                        "Subject in English must say something in words.",
                        "Text in English is required.",
                        "Subject in Spanish is required.",
                        "Text in Spanish is required.",
                        "Why is required.");
        assertThat(Look.at(page)
                        .asOperator()
                        .in("es")
                        .with("subject.en", "?!")
                        .with("text.es", "\u6f22".repeat(1_500))
                        .refused())
                .contains(
                        "Asunto en inglés debe decir algo con palabras.",
                        "Texto en español debe tener como máximo 3000 bytes, y algunos de sus caracteres ocupan varios.");
    }

    @Test
    public void theSameIsNotAnnouncedAgainByAFormThatWasSentTwice() {
        filled().with("service", "yes").gone();

        assertThat(filled().with("service", "yes").refused())
                .contains("The same was announced already. It is number 1. Nothing was announced again.");
        assertThat(filled().with("service", "yes").in("es").refused())
                .contains("Lo mismo ya se anunció. Es el número 1. No se ha vuelto a anunciar nada.");
        assertThat(hall.announcements.all()).hasSize(1);
    }

    private Look filled() {
        return Look.at(page)
                .asOperator()
                .with("subject.en", Hall.ENGLISH.subject())
                .with("text.en", Hall.ENGLISH.text().replace("\n", "\r\n"))
                .with("subject.es", Hall.SPANISH.subject())
                .with("text.es", Hall.SPANISH.text().replace("\n", "\r\n"))
                .with("reason", "The database moves.");
    }
}

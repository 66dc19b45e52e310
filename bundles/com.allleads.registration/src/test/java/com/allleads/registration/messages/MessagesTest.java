package com.allleads.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

public class MessagesTest {

    private static final List<MessageTemplate> ALL = List.of(
            new WelcomeMessage(),
            new NewPinMessage(),
            new AlreadyRegisteredMessage(),
            new EmailConfirmationMessage(),
            new EmailChangeMessage(),
            new ContactReviewMessage(),
            new CopiedSessionMessage());

    private static final List<String> LANGUAGES = List.of("en", "es");

    private static final List<MessageTemplate> WITH_PIN =
            List.of(new WelcomeMessage(), new NewPinMessage(), new EmailConfirmationMessage());

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    @Test
    public void sayThePinOnceOnALineOfItsOwnAndNothingThatLooksLikeIt() {
        for (MessageTemplate template : WITH_PIN) {
            for (String language : LANGUAGES) {
                String written = written(template.text(), language);

                assertThat(written.lines().map(String::strip)).as(template.id()).containsOnlyOnce("012345");
                assertThat(SIX_DIGITS.matcher(written).results()).hasSize(1);
            }
        }
    }

    @Test
    public void areWrittenInTheLanguageOfThePerson() {
        for (MessageTemplate template : ALL) {
            assertThat(written(template.text(), "en")).startsWith("Hello,").contains("AllLeads");
            assertThat(written(template.text(), "es")).startsWith("Hola:").contains("AllLeads");
            assertThat(written(template.text(), "")).startsWith("Hello,");
            assertThat(written(template.subject(), "es"))
                    .doesNotContain("\n")
                    .isNotBlank()
                    .isNotEqualTo(written(template.subject(), "en"));
        }
    }

    @Test
    public void carryNobodysWords() {
        assertThat(ALL).allSatisfy(template -> {
            assertThat(template.fields()).isEmpty();
            assertThat(template.text()).doesNotContain("${name}");
        });
    }

    @Test
    public void goToTheAddressThatCountsButForTheOneThatConfirmsAnother() {
        assertThat(ALL)
                .filteredOn(template -> !template.address().equals(Field.EMAIL))
                .extracting(MessageTemplate::id)
                .containsExactly("email-confirmation");
    }

    @Test
    public void haveNamesOfTheirOwn() {
        assertThat(ALL).extracting(MessageTemplate::id).doesNotHaveDuplicates();
    }

    /** As the outbox writes it. */
    private static String written(String template, String language) {
        try {
            StringWriter out = new StringWriter();
            new Template("message", template, new Configuration(Configuration.VERSION_2_3_34))
                    .process(
                            Map.of(
                                    "language",
                                    language,
                                    "pin",
                                    "012345",
                                    "minutes",
                                    "1440",
                                    "site",
                                    Map.of("name", "AllLeads", "url", "http://localhost:18230")),
                            out);
            return out.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}

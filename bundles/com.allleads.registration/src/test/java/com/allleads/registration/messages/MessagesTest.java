package com.allleads.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;

public class MessagesTest {

    private static final List<MessageTemplate> ALL = List.of(
            new WelcomeMessage(),
            new NewPinMessage(),
            new AlreadyRegisteredMessage(),
            new EmailConfirmationMessage(),
            new EmailChangeMessage(),
            new ContactReviewMessage());

    private static final List<MessageTemplate> WITH_PIN =
            List.of(new WelcomeMessage(), new NewPinMessage(), new EmailConfirmationMessage());

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    @Test
    public void sayThePinOnceOnALineOfItsOwnAndNothingThatLooksLikeIt() {
        for (MessageTemplate template : WITH_PIN) {
            assertThat(template.text()).as(template.id()).containsOnlyOnce("${pin}");
            assertThat(template.text().lines().map(String::strip)).contains("${pin}");
            String written = template.text()
                    .replace("${pin}", "012345")
                    .replace("${minutes}", "1440")
                    .replace("${site.url}", "http://localhost:18230")
                    .replace("${site.name}", "AllLeads");
            assertThat(written).doesNotContain("${");
            assertThat(SIX_DIGITS.matcher(written).results()).hasSize(1);
        }
    }

    @Test
    public void carryNobodysWords() {
        assertThat(ALL).allSatisfy(template -> {
            assertThat(template.fields()).isEmpty();
            assertThat(template.text()).contains("${site.name}").doesNotContain("${name}");
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
}

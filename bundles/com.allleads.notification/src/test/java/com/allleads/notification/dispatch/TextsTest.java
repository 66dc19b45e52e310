package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.vault.Field;
import com.allleads.notification.dispatch.Texts.Written;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;

public final class TextsTest {

    private static final DispatchSettings SETTINGS = new DispatchSettings(
            "Test site", "https://site.example", 3, 1, 64, Duration.ofMinutes(5), Duration.ofSeconds(1));

    private final Texts texts = new Texts();

    @Test
    public void namesValuesFieldsAndTheSite() throws Exception {
        Map<String, Object> model = TextModel.of(
                Map.of("pin", "123456"),
                Map.of(Field.NAME, "Ada", Field.BILLING_CITY, "Oakland", Field.BILLING_REGION, "CA"),
                SETTINGS);

        assertThat(write("${name} ${pin} ${billingAddress.city} ${billingAddress.region} ${site.name}", model)
                        .text())
                .isEqualTo("Ada 123456 Oakland CA Test site");
    }

    @Test
    public void leavesTextPlain() throws Exception {
        assertThat(write("${name}", Map.of("name", "<b>Ada & Co</b>")).text()).isEqualTo("<b>Ada & Co</b>");
    }

    @Test
    public void aSubjectStaysOnOneLine() throws Exception {
        Written written = texts.write(
                Letter.of("x", MessageClass.ACCOUNT, "Hello ${name}", ""),
                Map.of("name", "Ada\r\nBcc: everybody@mail.example"));

        assertThat(written.subject()).isEqualTo("Hello Ada Bcc: everybody@mail.example");
    }

    @Test
    public void followsATemplateThatWasReplaced() throws Exception {
        assertThat(write("one", Map.of()).text()).isEqualTo("one");
        assertThat(write("two", Map.of()).text()).isEqualTo("two");
    }

    @Test
    public void reachesNoClasses() {
        refuses("${'freemarker.template.utility.Execute'?new()('id')}");
        refuses("${name?api.class}");
        refuses("${name.class.name}");
    }

    @Test
    public void reachesNoOtherTemplates() {
        refuses("<#include 'other'>");
    }

    @Test
    public void refusesWhatIsMissingOrMalformedWithoutQuotingValues() {
        refuses("${amount} ${name}");
        refuses("<#if>");
        refuses("${name?date}");
    }

    private void refuses(String text) {
        assertThatThrownBy(() -> write(text, Map.of("name", "Ada")))
                .isInstanceOf(UnusableTemplateException.class)
                .hasNoCause()
                .hasMessageContaining("template x")
                .hasMessageNotContaining("Ada");
    }

    private Written write(String text, Map<String, Object> model) throws UnusableTemplateException {
        return texts.write(Letter.of("x", MessageClass.ACCOUNT, "Subject", text), model);
    }
}

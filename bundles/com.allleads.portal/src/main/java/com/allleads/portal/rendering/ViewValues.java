package com.allleads.portal.rendering;

import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Text;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleDate;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;

/** What templates may be given beside the usual: times, money, charts, texts, and values that may be absent. */
final class ViewValues extends DefaultObjectWrapper {

    private final Speech speech;
    private final Locale language;

    ViewValues(Speech speech, Locale language) {
        super(Templates.VERSION);
        this.speech = speech;
        this.language = language;
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof Instant instant) {
            return new SimpleDate(Date.from(instant), TemplateDateModel.DATETIME);
        }
        if (value instanceof Money money) {
            return super.wrap(ShownMoney.of(money, language));
        }
        if (value instanceof LocalDate day) {
            return super.wrap(day.toString());
        }
        if (value instanceof Text text) {
            return super.wrap(speech.say(language, text));
        }
        if (value instanceof Chart chart) {
            return super.wrap(Drawing.of(chart));
        }
        return super.wrap(value);
    }
}

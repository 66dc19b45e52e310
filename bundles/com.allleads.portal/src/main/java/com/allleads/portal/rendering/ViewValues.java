package com.allleads.portal.rendering;

import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleDate;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.joda.money.Money;

/** What templates may be given beside the usual: times, money, and values that may be absent. */
final class ViewValues extends DefaultObjectWrapper {

    ViewValues() {
        super(Templates.VERSION);
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
            return super.wrap(ShownMoney.of(money));
        }
        return super.wrap(value);
    }
}

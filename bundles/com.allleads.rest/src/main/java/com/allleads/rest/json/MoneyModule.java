package com.allleads.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.joda.money.Money;

/** Money as {@code {"amount": "12.50", "currency": "USD"}}: a text, for in a number some clients lose cents. */
final class MoneyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";

    MoneyModule() {
        super("allleads-money");
        addSerializer(new MoneyWriter());
        addDeserializer(Money.class, new MoneyReader());
    }

    private static final class MoneyWriter extends StdSerializer<Money> {

        private static final long serialVersionUID = 1L;

        MoneyWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject(money);
            json.writeStringField(AMOUNT, money.getAmount().toPlainString());
            json.writeStringField(CURRENCY, money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }
}

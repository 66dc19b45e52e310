package com.allleads.rest.json;

import static com.allleads.rest.json.MoneyModule.AMOUNT;
import static com.allleads.rest.json.MoneyModule.CURRENCY;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Reads money; whether an amount makes sense, such as a negative one, is for the capability to say. */
final class MoneyReader extends StdDeserializer<Money> {

    private static final long serialVersionUID = 1L;

    /** As many digits as always fit into a long of minor units. */
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,10})?");

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            return (Money) context.handleUnexpectedToken(Money.class, json);
        }
        String amount = null;
        String currency = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case AMOUNT -> amount = text(json, member, "must be a text as in \"12.50\"");
                case CURRENCY -> currency = text(json, member, "must be a text as in \"USD\"");
                default -> throw new RefusedMember(json, member, RefusedMember.UNKNOWN);
            }
        }
        return money(json, required(json, AMOUNT, amount), required(json, CURRENCY, currency));
    }

    private static Money money(JsonParser json, String amount, String code) throws IOException {
        if (!PLAIN.matcher(amount).matches()) {
            throw new RefusedMember(json, AMOUNT, "must be an amount as in 12.50, of at most 14 digits");
        }
        CurrencyUnit currency = currency(json, code);
        BigDecimal value = new BigDecimal(amount);
        if (value.scale() > currency.getDecimalPlaces()) {
            throw new RefusedMember(json, AMOUNT, "must have at most " + currency.getDecimalPlaces() + " decimals");
        }
        return Money.of(currency, value);
    }

    private static CurrencyUnit currency(JsonParser json, String code) throws IOException {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw new RefusedMember(json, CURRENCY, "must be the code of a currency as in USD");
        }
    }

    private static String text(JsonParser json, String member, String rule) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new RefusedMember(json, member, rule);
        }
        return json.getText();
    }

    private static String required(JsonParser json, String member, String value) throws IOException {
        if (value == null) {
            throw new RefusedMember(json, member, "is required");
        }
        return value;
    }
}

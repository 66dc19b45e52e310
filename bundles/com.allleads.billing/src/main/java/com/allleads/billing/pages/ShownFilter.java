package com.allleads.billing.pages;

import com.allleads.api.portal.Text;
import com.allleads.billing.ledger.StatementFilter;
import com.allleads.billing.ledger.TransactionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement's filter as its form shows it; what is not filtered is empty.
 *
 * @param kind why money moved
 * @param from the first day
 * @param to the last day
 */
public record ShownFilter(String kind, String from, String to) {

    static final List<KindOption> KINDS = Stream.of(TransactionKind.values())
            .map(kind -> new KindOption(kind.name(), Text.of("kind." + kind)))
            .toList();

    static ShownFilter of(StatementFilter filter) {
        return new ShownFilter(
                filter.kind().map(Enum::name).orElse(""),
                filter.from().map(LocalDate::toString).orElse(""),
                filter.to().map(LocalDate::toString).orElse(""));
    }

    /** The filter in an address, which says nothing personal. */
    String query() {
        String pairs = Stream.of(pair("kind", kind), pair("from", from), pair("to", to))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + value;
    }

    /**
     * A kind to choose.
     *
     * @param value its name
     * @param label what people call it
     */
    public record KindOption(String value, Text label) {}
}

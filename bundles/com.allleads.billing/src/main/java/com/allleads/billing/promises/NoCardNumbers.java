package com.allleads.billing.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.billing.cards.CardNumbers;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code registration.data}: the card itself goes only to the processor. Looks for card numbers in every column of
 * billing's tables that holds words of processors, of operators or of other capabilities.
 */
@Component
public final class NoCardNumbers implements PromiseCheck {

    private static final int STEP = 2_000;
    private static final List<Texts> TEXTS = List.of(
            new Texts("billing_card", "id", List.of("brand")),
            new Texts("billing_top_up", "id", List.of("reason", "note", "processor_reference")),
            new Texts("billing_refund", "id", List.of("reason")),
            new Texts("billing_refund_part", "id", List.of("note", "processor_reference")),
            new Texts("billing_transaction", "reference", List.of("reason", "actor", "data")));

    private final Jdbi jdbi;
    private final Recount<Found> found;

    @Activate
    public NoCardNumbers(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
        this.found = new Recount<>(this::look, one -> one.numbers() == 0);
    }

    @Override
    public String promise() {
        return "registration.data";
    }

    @Override
    public Evidence count() {
        Found now = found.get();
        return Evidence.none(
                "cardNumbers",
                now.numbers(),
                "texts",
                now.texts(),
                "Every text that billing stores was searched for numbers of cards. Of a card it keeps the processor's token,"
                        + " encrypted, the brand and the last four digits.");
    }

    private Found look() {
        Found sum = new Found(0, 0);
        for (Texts texts : TEXTS) {
            sum = look(texts, sum);
        }
        return sum;
    }

    /** In steps by the key, so that a large table is never read at once. */
    private Found look(Texts texts, Found before) {
        Found sum = before;
        String last = "";
        while (true) {
            List<Row> rows = rows(texts, last);
            for (Row row : rows) {
                sum = sum.and(row);
            }
            if (rows.size() < STEP) {
                return sum;
            }
            last = rows.get(rows.size() - 1).key();
        }
    }

    private List<Row> rows(Texts texts, String last) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + texts.key() + ", "
                        + String.join(", ", texts.columns()) + " FROM " + texts.table() + " WHERE " + texts.key()
                        + " > :last ORDER BY " + texts.key() + " FETCH FIRST :rows ROWS ONLY")
                .bind("last", last)
                .bind("rows", STEP)
                .map((row, context) -> {
                    long numbers = 0;
                    for (String column : texts.columns()) {
                        String text = row.getString(column);
                        numbers += text != null && CardNumbers.in(text) ? 1 : 0;
                    }
                    return new Row(
                            row.getString(texts.key()), numbers, texts.columns().size());
                })
                .list());
    }

    private record Texts(String table, String key, List<String> columns) {}

    private record Row(String key, long numbers, long texts) {}

    private record Found(long numbers, long texts) {

        Found and(Row row) {
            return new Found(numbers + row.numbers(), texts + row.texts());
        }
    }
}

package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A person's statement as comma-separated values of RFC 4180, for a spreadsheet: one header row, then every line that is wanted,
 * oldest first. It is read in parts and written as it goes, so that a long one needs no more memory than a short one.
 */
@Component(service = StatementCsv.class)
public final class StatementCsv {

    /** Its media type. */
    public static final String TYPE = "text/csv;charset=utf-8";

    /** What the file is called. */
    public static final String NAME = "statement.csv";

    private static final int LINES_AT_ONCE = 500;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("number", "transaction", "at", "kind", "reason", "amount", "balance", "currency")
            .get();

    private final Statement statement;
    private final int linesAtOnce;

    @Activate
    public StatementCsv(@Reference Statement statement) {
        this(statement, LINES_AT_ONCE);
    }

    /**
     * One that reads in parts of its own size.
     *
     * @param linesAtOnce how many lines are in memory at a time
     */
    StatementCsv(Statement statement, int linesAtOnce) {
        this.statement = statement;
        this.linesAtOnce = linesAtOnce;
    }

    /**
     * Writes it; the stream stays open.
     *
     * @param filter which lines
     */
    public void write(PersonId person, StatementFilter filter, OutputStream out) throws IOException {
        // Not closed, since the stream belongs to the caller.
        CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
        StatementPlace place = StatementPlace.BEGINNING;
        Optional<String> next;
        do {
            Slice<Statement.Line> part = statement.of(person, filter, linesAtOnce, place);
            for (Statement.Line line : part.items()) {
                print(csv, line);
                place = line.place();
            }
            next = part.next();
        } while (next.isPresent());
        csv.flush();
    }

    private static void print(CSVPrinter csv, Statement.Line line) throws IOException {
        csv.printRecord(
                line.number(),
                line.transaction(),
                line.at(),
                line.kind(),
                harmless(line.reason()),
                line.amount().getAmount().toPlainString(),
                line.balance().getAmount().toPlainString(),
                line.amount().getCurrencyUnit());
    }

    /** A spreadsheet takes a text that begins so for a formula, and would carry it out. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

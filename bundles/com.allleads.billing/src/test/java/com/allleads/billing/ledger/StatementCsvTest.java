package com.allleads.billing.ledger;

import static com.allleads.billing.Testing.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.promotions.Grant;
import com.allleads.store.testing.StoreRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class StatementCsvTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private static final String HEADER = "number,transaction,at,kind,reason,amount,balance,currency";

    private final PersonId ann = PersonId.random();
    private Platform platform;
    private String card;

    @Before
    public void start() {
        platform = new Platform(STORE);
        platform.install(new PlayedProcessor("played"), "1.0.0");
        card = platform.card(ann, "played");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void writesEveryLineHoweverManyPartsItIsReadIn() throws IOException {
        for (int i = 0; i < 8; i++) {
            platform.topUp(ann, card, "1.00");
        }

        List<String> lines = lines(StatementFilter.ALL, 3);

        assertThat(lines).hasSize(9);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines.get(8)).startsWith("8,").contains(",TOP_UP,").endsWith(",1.00,8.00,USD");
    }

    @Test
    public void writesBothCreditsTogether() throws IOException {
        platform.topUp(ann, card, "1.00");
        give("Welcome");
        platform.topUp(ann, card, "1.00");

        assertThat(lines(StatementFilter.ALL, 2)).hasSize(4).last().asString().endsWith(",1.00,3.00,USD");
    }

    @Test
    public void leavesOutWhatTheFilterDoes() throws IOException {
        platform.topUp(ann, card, "1.00");
        give("Welcome");

        StatementFilter given = StatementFilter.read(Optional.of("PROMOTION"), Optional.empty(), Optional.empty());
        assertThat(lines(given, 3)).hasSize(2).last().asString().contains(",PROMOTION,Welcome,");
    }

    @Test
    public void isAHeaderAloneForWhoNeverPaid() throws IOException {
        assertThat(text(PersonId.random(), StatementFilter.ALL, 3)).isEqualTo(HEADER + "\r\n");
    }

    @Test
    public void quotesWhatWouldEndACellOrALine() throws IOException {
        give("So, \"this\" is\u00e9");

        assertThat(text(ann, StatementFilter.ALL, 3))
                .contains(",\"So, \"\"this\"\" is\u00e9\",")
                .endsWith("USD\r\n");
    }

    @Test
    public void carriesNoFormulaIntoASpreadsheet() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)")) {
            give(formula);
            assertThat(text(ann, StatementFilter.ALL, 3))
                    .contains(",'" + formula + ",")
                    .doesNotContain("," + formula);
        }
    }

    private void give(String reason) {
        platform.promotions.grant(new Grant(
                ann,
                usd("1.00"),
                reason,
                "operator test",
                new IdempotencyKey(UUID.randomUUID().toString(), "a".repeat(64))));
    }

    private List<String> lines(StatementFilter filter, int atOnce) throws IOException {
        return text(ann, filter, atOnce).lines().toList();
    }

    private String text(PersonId person, StatementFilter filter, int atOnce) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StatementCsv(platform.statement, atOnce).write(person, filter, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

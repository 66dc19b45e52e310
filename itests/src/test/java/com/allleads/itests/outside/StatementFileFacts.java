package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import org.junit.Test;

/** The statement as a file: by REST, and from the page of the balance with cookies on and off. */
public class StatementFileFacts {

    private static final String HEADER = "number,transaction,at,kind,reason,amount,balance,currency";

    private final Site site = SiteRule.current();
    private final Someone someone = Someone.signedIn(site);

    @Test
    public void isWholeByRestHoweverManyPagesTheStatementHas() {
        String card = someone.addCard("sandbox", "tok_visa");
        for (int i = 0; i < 12; i++) {
            someone.topUp(card, "1.00").expect(201);
        }

        assertThat(someone.api().get("/me/statement?limit=5").expect(200).json().path("items"))
                .hasSize(5);
        Answer file = someone.api().get("/me/statement/csv").expect(200);
        assertIsAFile(file);
        assertThat(file.text().lines()).hasSize(13).first().isEqualTo(HEADER);
        assertThat(file.text()).contains(",TOP_UP,").endsWith(",1.00,12.00,USD\r\n");
        assertThat(someone.api()
                        .get("/me/statement/csv?kind=CHARGE")
                        .expect(200)
                        .text()
                        .lines())
                .hasSize(1);
        someone.api().get("/me/statement/csv?kind=NONE").expect(422);
        site.api().get("/me/statement/csv").expect(401);
    }

    @Test
    public void isHandedOutToTheFormOfThePageWithoutAnyCookie() {
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "3.00").expect(201);

        Answer file = site.api()
                .form("/account/statement", "_look=1&kind=TOP_UP&from=&to=&session=" + someone.token())
                .expect(200);
        assertIsAFile(file);
        assertThat(file.text().lines()).hasSize(2);
        assertThat(site.api().form("/account/statement", "_look=1&kind=TOP_UP").status())
                .isEqualTo(303);
    }

    @Test
    public void isHandedOutToTheFormOfThePageByCookie() {
        Api browser = site.api().with("Cookie", "allleads-session=" + someone.token());

        assertThat(browser.page("/account/balance").expect(200).text()).doesNotContain("/account/statement");
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "3.00").expect(201);
        assertThat(browser.page("/account/balance").expect(200).text()).contains("action=\"/account/statement\"");
        Answer file = browser.page("/account/statement?kind=&from=&to=").expect(200);
        assertIsAFile(file);
        assertThat(file.text().lines()).hasSize(2);
    }

    private static void assertIsAFile(Answer answer) {
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(answer.response().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"statement.csv\"");
        assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}

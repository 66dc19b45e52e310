package com.allleads.billing.ledger;

import com.allleads.api.backup.RestoredCheck;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Component;

/** Of a restored ledger: every transaction sums to zero, and every balance is the sum of its entries. */
@Component
public final class RestoredLedger implements RestoredCheck {

    private static final String UNEVEN = "SELECT COUNT(*) FROM (SELECT transaction_id FROM billing_entry"
            + " GROUP BY transaction_id HAVING SUM(amount) <> 0) uneven";
    private static final String WRONG = "SELECT COUNT(*) FROM billing_account a LEFT JOIN"
            + " (SELECT account, SUM(amount) AS total FROM billing_entry GROUP BY account) e ON e.account = a.id"
            + " WHERE a.balance <> COALESCE(e.total, 0)";

    @Override
    public String name() {
        return "the ledger sums to zero";
    }

    @Override
    public List<String> problems(DataSource data, DataSource keys) {
        Jdbi jdbi = Jdbi.create(data);
        List<String> problems = new ArrayList<>();
        long uneven = count(jdbi, UNEVEN);
        if (uneven > 0) {
            problems.add(uneven + " transactions of the ledger do not sum to zero");
        }
        long wrong = count(jdbi, WRONG);
        if (wrong > 0) {
            problems.add(wrong + " balances of the ledger are not the sum of their entries");
        }
        return problems;
    }

    private static long count(Jdbi jdbi, String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}

package com.allleads.itests.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The ledger's own tables, read without the platform when it is down. */
final class LedgerTables {

    private LedgerTables() {}

    /** Each statement must answer zero. */
    private enum Question {
        ALL_ENTRIES("the entries sum to", "SELECT COALESCE(SUM(amount), 0) FROM billing_entry"),
        EACH_TRANSACTION(
                "transactions whose entries do not sum to zero",
                "SELECT COUNT(*) FROM (SELECT transaction_id FROM billing_entry"
                        + " GROUP BY transaction_id HAVING SUM(amount) <> 0) uneven"),
        EACH_BALANCE(
                "accounts whose balance is not the sum of their entries",
                "SELECT COUNT(*) FROM billing_account a WHERE a.balance <>"
                        + " (SELECT COALESCE(SUM(e.amount), 0) FROM billing_entry e WHERE e.account = a.id)");

        private final String meaning;
        private final String sql;

        Question(String meaning, String sql) {
            this.meaning = meaning;
            this.sql = sql;
        }
    }

    static List<Finding> audit(String url, String user, String password) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (Question question : Question.values()) {
                try (ResultSet answer = statement.executeQuery(question.sql)) {
                    answer.next();
                    if (answer.getLong(1) != 0) {
                        findings.add(new Finding(
                                Finding.Verdict.LEDGER_INVALID,
                                "the tables",
                                question.meaning + " " + answer.getLong(1)));
                    }
                }
            }
        }
        return findings;
    }
}

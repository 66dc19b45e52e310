package com.allleads.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.billing.ledger.AccountName;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.Rule;
import org.junit.Test;

public class ContentionTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    /** Renewing statistics lets Derby forget the numbers that it fetched. */
    @Test
    public void opensAnAccountThoughSomebodyReadsTheCatalogWhenNumbersAreFetched() throws Exception {
        try (Platform platform = new Platform(store);
                Connection reader = store.dataSource().getConnection()) {
            PersonId person = PersonId.random();
            platform.accounts.open(platform.accounts.partition(person).revenue());
            store.jdbi()
                    .useHandle(handle -> handle.execute(
                            "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(CURRENT SCHEMA, 'BILLING_ACCOUNT', NULL)"));
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            readNumbers(reader);
            AtomicReference<Exception> failure = new AtomicReference<>();
            Thread opener = new Thread(() -> {
                try {
                    platform.accounts.open(AccountName.of(person));
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            });
            opener.start();
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> opener.getState() == Thread.State.TIMED_WAITING || !opener.isAlive());
            reader.rollback();
            opener.join();

            assertThat(failure.get()).isNull();
            assertThat(platform.accounts.find(AccountName.of(person))).isPresent();
        }
    }

    private static void readNumbers(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT currentvalue FROM sys.syssequences")) {
            while (row.next()) {
                assertThat(row.getLong(1)).isPositive();
            }
        }
    }
}

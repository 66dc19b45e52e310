package com.allleads.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.store.Committer;
import com.allleads.api.store.StoreException;
import com.allleads.api.store.Transactions;
import com.allleads.store.groupcommit.QueuedGroupCommit;
import com.allleads.store.migration.Changelog;
import com.allleads.store.migration.Migration;
import com.allleads.store.transactions.JtaTransactions;
import com.allleads.store.transactions.PlatformJdbi;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.resource.spi.TransactionSupport.TransactionSupportLevel;
import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.jdbi.v3.core.Jdbi;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.ops4j.pax.transx.jdbc.ManagedDataSourceBuilder;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.osgi.framework.Version;
import org.postgresql.xa.PGXADataSource;

/** What differs on PostgreSQL: schemas, nodes that share it, and transactions that one bad statement spoils. */
public class PostgresqlTest {

    private static EmbeddedPostgres server;
    private static int schemas;

    @Rule
    public final Timeout patience = Timeout.seconds(90);

    private final String schema = "site_" + schemas++;
    private Jdbi jdbi;
    private DataSource dataSource;
    private Transactions transactions;

    @BeforeClass
    public static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterClass
    public static void stopServer() throws IOException {
        server.close();
    }

    @Before
    public void pool() throws Exception {
        GeronimoTransactionManager manager = new GeronimoTransactionManager();
        PGXADataSource postgresql = new PGXADataSource();
        postgresql.setUrl(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
        dataSource = ManagedDataSourceBuilder.builder()
                .dataSource(postgresql)
                .transaction(TransactionSupportLevel.XATransaction)
                .transactionManager(new TransactionManagerWrapper(manager))
                .name(schema)
                .minIdle(0)
                .maxPoolSize(8)
                .build();
        jdbi = PlatformJdbi.joining(dataSource, manager);
        transactions = new JtaTransactions(manager);
    }

    @After
    public void closePool() throws Exception {
        ((AutoCloseable) dataSource).close();
    }

    @Test
    public void makesTheSchemaThatTheDataSourceNames() throws Exception {
        migrate("db/changelog.xml");

        assertThat(count("select count(*) from information_schema.tables where table_name = 'test_fruit'"
                        + " and table_schema = '" + schema + "'"))
                .isEqualTo(1);
    }

    @Test
    public void nodesThatStartAtOnceDoNotCollide() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            Callable<Void> node = () -> {
                migrate("db/changelog.xml");
                return null;
            };
            for (Future<Void> result : nodes.invokeAll(List.of(node, node, node))) {
                result.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(count("select count(*) from testchangelog")).isEqualTo(1);
    }

    @Test
    public void aLockLeftByANodeThatDiedIsNoObstacle() throws Exception {
        migrate("db/changelog.xml");
        jdbi.useHandle(handle -> {
            handle.execute("update testchangeloglock set locked = true, lockgranted = now(), lockedby = 'dead'");
            handle.execute("update store_schema set digest = ''");
        });

        migrate("db/changelog.xml");
    }

    @Test
    public void waitsForANodeThatMigratesUntilToldNotTo() throws Exception {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x416c6c4c65616473L + ")");
            AtomicBoolean asked = new AtomicBoolean();

            assertThatThrownBy(() -> new Migration(dataSource, changelog("db/changelog.xml"), () -> {
                                asked.set(true);
                                return true;
                            })
                            .run())
                    .isInstanceOf(InterruptedException.class);
            assertThat(asked).isTrue();
        }
    }

    @Test
    public void rollsBackWhatSeveralHandlesWrote() throws Exception {
        migrate("db/changelog.xml");

        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    insert("pear");
                    insert("apple");
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(count("select count(*) from test_fruit")).isZero();
    }

    @Test
    public void aSpoiledTransactionIsNeverReportedAsCommitted() throws Exception {
        migrate("db/changelog.xml");

        assertThatThrownBy(() -> transactions.required(() -> {
                    insert("apple");
                    try {
                        insert("apple");
                    } catch (RuntimeException swallowed) {
                        // As careless code does; PostgreSQL has given up the transaction.
                    }
                }))
                .isInstanceOf(StoreException.class);

        assertThat(count("select count(*) from test_fruit")).isZero();
    }

    @Test
    public void oneBadItemOfABatchFailsAlone() throws Exception {
        migrate("db/changelog.xml");
        QueuedGroupCommit groupCommit = new QueuedGroupCommit(dataSource, transactions);
        try (Committer<String, String> committer = groupCommit.open("fruit", PostgresqlTest::insertAll)) {
            var apple = committer.submit("apple");
            var again = committer.submit("apple");
            var pear = committer.submit("pear");

            assertThat(apple.join()).isEqualTo("apple");
            assertThat(pear.join()).isEqualTo("pear");
            assertThatThrownBy(again::join).hasCauseInstanceOf(StoreException.class);
        }

        assertThat(count("select count(*) from test_fruit")).isEqualTo(2);
    }

    @Test
    public void aBatchThatSwallowsAFailureIsNotReportedAsWritten() throws Exception {
        migrate("db/changelog.xml");
        QueuedGroupCommit groupCommit = new QueuedGroupCommit(dataSource, transactions);
        try (Committer<String, String> committer = groupCommit.open("fruit", (connection, names) -> {
            insertAll(connection, names);
            try {
                insertAll(connection, names);
            } catch (SQLException swallowed) {
                // PostgreSQL has given up the transaction.
            }
            return names;
        })) {
            assertThatThrownBy(() -> committer.commit("apple")).isInstanceOf(StoreException.class);
        }

        assertThat(count("select count(*) from test_fruit")).isZero();
    }

    private void migrate(String path) throws Exception {
        new Migration(dataSource, changelog(path), () -> false).run();
    }

    private Changelog changelog(String path) {
        return new Changelog(
                "com.allleads.test",
                Version.emptyVersion,
                path,
                "allleads",
                "as it is",
                getClass().getClassLoader());
    }

    private void insert(String name) {
        jdbi.useHandle(handle -> handle.execute("insert into test_fruit (name) values (?)", name));
    }

    private static List<String> insertAll(Connection connection, List<String> names) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into test_fruit (name) values (?)")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
        }
        return names;
    }

    private int count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(int.class).one());
    }
}

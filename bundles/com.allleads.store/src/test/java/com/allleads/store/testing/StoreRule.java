package com.allleads.store.testing;

import com.allleads.api.store.GroupCommit;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.Transactions;
import com.allleads.store.groupcommit.QueuedGroupCommit;
import com.allleads.store.groupread.CallersGroupRead;
import com.allleads.store.migration.Changelog;
import com.allleads.store.migration.Migration;
import com.allleads.store.pool.TrustingXaDataSource;
import com.allleads.store.transactions.JtaTransactions;
import com.allleads.store.transactions.PlatformJdbi;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.resource.spi.TransactionSupport.TransactionSupportLevel;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.jdbi.v3.core.Jdbi;
import org.junit.rules.ExternalResource;
import org.ops4j.pax.transx.jdbc.ManagedDataSourceBuilder;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.osgi.framework.Version;

/**
 * The store for unit tests: an embedded Derby in memory with the tables of a changelog, and the same migration, transactions,
 * group commit, connection pool and JTA transaction manager as in the platform.
 *
 * <pre>{@code
 * @ClassRule
 * public static final StoreRule STORE = new StoreRule("db/changelog.xml");
 *
 * private final Ledger ledger = new Ledger(STORE.jdbi(), STORE.groupCommit());
 * }</pre>
 *
 * <p>As a {@code @ClassRule} the tables are made once for the class, which takes about a second; as a {@code @Rule} each test
 * has a database of its own. A bundle that keeps tables on the key store's data source too uses a second rule for them.
 *
 * <p>In the bundle's pom, beside {@code jdbi3-core}, {@code javax.transaction-api} and {@code derby}:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>com.allleads</groupId>
 *   <artifactId>com.allleads.store</artifactId>
 *   <scope>test</scope>
 * </dependency>
 * <dependency>
 *   <groupId>com.allleads</groupId>
 *   <artifactId>com.allleads.store</artifactId>
 *   <version>${project.version}</version>
 *   <type>test-jar</type>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 */
public final class StoreRule extends ExternalResource {

    static {
        // Derby would write derby.log into the module's folder.
        System.setProperty("derby.stream.error.field", StoreRule.class.getName() + ".NOWHERE");
        // As in the platform: who fetches the next range of an identity does not wait for another who does, and fails.
        System.setProperty("derby.language.sequence.preallocator", "100000");
    }

    /** Where Derby's own log goes. */
    public static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    private final Optional<XADataSource> given;
    private final int connections;
    private final List<Tables> changelogs = new ArrayList<>();

    private String name;
    private DataSource dataSource;
    private GeronimoTransactionManager transactionManager;
    private Jdbi jdbi;
    private Transactions transactions;
    private QueuedGroupCommit groupCommit;
    private GroupRead groupRead;

    /** With the tables of these changelogs, found on the test's class path. */
    public StoreRule(String... changelogs) {
        this(Optional.empty(), 16, changelogs);
    }

    private StoreRule(Optional<XADataSource> given, int connections, String... changelogs) {
        this.given = given;
        this.connections = connections;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (String changelog : changelogs) {
            this.changelogs.add(new Tables(changelog, loader));
        }
    }

    /** The same on a database of the caller's, with so many connections; it is left as it is at the end. */
    public static StoreRule on(XADataSource database, int connections, String... changelogs) {
        return new StoreRule(Optional.of(database), connections, changelogs);
    }

    /** With the tables of the bundle of a class too, for a class path on which several bundles have changelogs of one name. */
    public StoreRule withTables(Class<?> ofBundle, String changelog) {
        URL bundle = ofBundle.getProtectionDomain().getCodeSource().getLocation();
        changelogs.add(new Tables(changelog, new URLClassLoader(new URL[] {bundle}, null)));
        return this;
    }

    /** As a bundle gets it: takes part in the thread's transaction. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** The pooled data source that takes part in JTA transactions. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Real JTA transactions. */
    public Transactions transactions() {
        return transactions;
    }

    /** Committers that the test leaves open are closed at its end. */
    public GroupCommit groupCommit() {
        return groupCommit;
    }

    /** Lookups on the same data source. */
    public GroupRead groupRead() {
        return groupRead;
    }

    /** The same with a clock by which rows are remembered. */
    public GroupRead groupRead(LongSupplier nanoTime) {
        return new CallersGroupRead(dataSource, transactions, nanoTime);
    }

    /** What {@link #transactions()} stand on. */
    public javax.transaction.TransactionManager transactionManager() {
        return transactionManager;
    }

    /** Public for tests by another engine than that of JUnit 4, which call it and {@link #after} themselves. */
    @Override
    public void before() throws Throwable {
        name = UUID.randomUUID().toString();
        transactionManager = new GeronimoTransactionManager();
        dataSource = pool();
        for (int i = 0; i < changelogs.size(); i++) {
            migrate(changelogs.get(i), "test" + i);
        }
        jdbi = PlatformJdbi.joining(dataSource, transactionManager);
        transactions = new JtaTransactions(transactionManager);
        groupCommit = new QueuedGroupCommit(dataSource, transactions);
        groupRead = new CallersGroupRead(dataSource, transactions);
    }

    @Override
    public void after() {
        groupCommit.close();
        closePool();
        if (given.isEmpty()) {
            drop();
        }
    }

    private void drop() {
        try {
            DriverManager.getConnection("jdbc:derby:" + inMemory() + ";drop=true");
        } catch (SQLException dropped) {
            // Derby tells by an exception that it dropped it.
        }
    }

    private void closePool() {
        try {
            ((AutoCloseable) dataSource).close();
        } catch (Exception e) {
            throw new IllegalStateException("the pool could not be closed", e);
        }
    }

    private DataSource pool() throws Exception {
        return ManagedDataSourceBuilder.builder()
                .dataSource(new TrustingXaDataSource(given.orElseGet(this::derby)))
                .transaction(TransactionSupportLevel.XATransaction)
                .transactionManager(new TransactionManagerWrapper(transactionManager))
                .name(name)
                // The pool looks after one at intervals, so a first connection whose request got lost comes all the
                // same.
                .minIdle(1)
                .maxPoolSize(connections)
                // The first connection creates the database, which takes its time on a busy machine.
                .connectionTimeout(60_000)
                .preparedStatementCacheSize(0)
                .build();
    }

    private XADataSource derby() {
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(inMemory());
        derby.setCreateDatabase("create");
        return derby;
    }

    private String inMemory() {
        return "memory:" + name;
    }

    private void migrate(Tables tables, String bundle) throws Exception {
        Changelog changelog = new Changelog(
                bundle, Version.emptyVersion, tables.changelog(), "allleads", "in memory", tables.loader());
        new Migration(dataSource, changelog, () -> false).run();
    }

    /** A changelog and where it is found. */
    private record Tables(String changelog, ClassLoader loader) {}
}

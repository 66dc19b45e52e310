package com.allleads.billing;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.automatic.AutomaticTopUpTable;
import com.allleads.billing.automatic.AutomaticTopUps;
import com.allleads.billing.cards.AddCardAnswer.Added;
import com.allleads.billing.cards.CardSetupTable;
import com.allleads.billing.cards.CardSetups;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.cards.FallbackCards;
import com.allleads.billing.corrections.Corrections;
import com.allleads.billing.holds.HoldTable;
import com.allleads.billing.holds.Holds;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.LedgerBalances;
import com.allleads.billing.ledger.LedgerVerification;
import com.allleads.billing.ledger.Statement;
import com.allleads.billing.messages.BillingMail;
import com.allleads.billing.privacy.CurrentAccounts;
import com.allleads.billing.privacy.CurrentVault;
import com.allleads.billing.privacy.HandOvers;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.ProcessorSource;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.processors.SiteAddress;
import com.allleads.billing.promotions.Promotions;
import com.allleads.billing.refunds.GivingBack;
import com.allleads.billing.refunds.RefundTable;
import com.allleads.billing.refunds.Refunds;
import com.allleads.billing.topups.Callbacks;
import com.allleads.billing.topups.Charging;
import com.allleads.billing.topups.DailyLimit;
import com.allleads.billing.topups.Fallback;
import com.allleads.billing.topups.Notices;
import com.allleads.billing.topups.Reconciler;
import com.allleads.billing.topups.Settlement;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpAnswer;
import com.allleads.billing.topups.TopUpAnswer.Stored;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUpTable;
import com.allleads.billing.topups.TopUps;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.osgi.framework.Version;

/** Billing as one node has it, on the tables of a test. A second one on the same tables is another node, or the next start. */
public final class Platform implements AutoCloseable {

    /** Longer than what a busy machine needs, and short enough for a test. */
    public static final Duration WAIT = Duration.ofSeconds(3);

    private static final AtomicLong SERVICES = new AtomicLong();

    public final BillingSettings settings;
    public final LedgerAccounts accounts;
    public final Ledger ledger;
    public final LedgerBalances balances;
    public final LedgerVerification verification;
    public final Statement statement;
    public final Holds holds;
    public final Promotions promotions;
    public final Corrections corrections;
    public final Processors processors;
    public final ProcessorCalls calls;
    public final Disclosures disclosures;
    public final OpenVault vault = new OpenVault();
    public final HandOvers handOvers;
    public final Cards cards;
    public final FallbackCards fallbackCards;
    public final CardSetups cardSetups;
    public final TopUpTable table;
    public final Settlement settlement;
    public final Charging charging;
    public final TopUps topUps;
    public final AutomaticTopUps automaticTopUps;
    public final Reconciler reconciler;
    public final Callbacks callbacks;
    public final GivingBack givingBack;
    public final RefundTable refundTable;
    public final Refunds refunds;
    public final KeptMail outbox = new KeptMail();
    public final Notices notices;

    public Platform(StoreRule store) {
        this(store, Testing.settings(store, WAIT));
    }

    /** With settings of its own. */
    public Platform(StoreRule store, BillingSettings settings) {
        this.settings = settings;
        accounts = new LedgerAccounts(store.jdbi(), settings);
        ledger = new Ledger(store.jdbi(), store.groupCommit());
        balances = new LedgerBalances(ledger, accounts, settings, store.jdbi());
        verification = new LedgerVerification(store.jdbi());
        statement = new Statement(store.jdbi(), accounts, settings);
        holds = new Holds(ledger, accounts, settings, new HoldTable(store.jdbi()));
        promotions = new Promotions(ledger, accounts, settings, new CurrentAccounts(new EveryoneActive()));
        corrections = new Corrections(ledger, accounts);
        processors = new Processors(settings, store.jdbi());
        processors.bindGlassBox(bundle -> true);
        calls = new ProcessorCalls(settings);
        disclosures = new Disclosures(store.jdbi());
        CurrentVault current = new CurrentVault(vault);
        handOvers = new HandOvers(current);
        cards = new Cards(store.jdbi(), processors, calls, disclosures, handOvers, current, store.transactions());
        SiteAddress site = new SiteAddress(settings, Map.of());
        cardSetups = new CardSetups(
                store.transactions(),
                processors,
                calls,
                disclosures,
                handOvers,
                current,
                cards,
                new CardSetupTable(store.jdbi()),
                site,
                settings);
        table = new TopUpTable(store.jdbi());
        DailyLimit dailyLimit = new DailyLimit(store.jdbi());
        settlement = new Settlement(table, ledger, accounts, dailyLimit);
        fallbackCards = new FallbackCards(store.jdbi(), cards, store.transactions());
        Fallback fallback =
                new Fallback(fallbackCards, cards, processors, disclosures, table, store.transactions(), settings);
        charging = new Charging(calls, settlement, table, site, handOvers, fallback);
        topUps = new TopUps(
                settings, store.transactions(), cards, processors, disclosures, table, charging, dailyLimit, fallback);
        automaticTopUps = new AutomaticTopUps(new AutomaticTopUpTable(store.jdbi()), topUps, cards, settings);
        reconciler = new Reconciler(processors, calls, table, settlement);
        callbacks = new Callbacks(processors, calls, table, settlement);
        refundTable = new RefundTable(store.jdbi());
        givingBack = new GivingBack(processors, calls, disclosures, handOvers, refundTable, ledger, accounts);
        refunds = new Refunds(settings, refundTable, ledger, accounts, givingBack, holds, promotions);
        notices = new Notices(
                table, new BillingMail(new CurrentAccounts(new EveryoneActive()), outbox), store.transactions());
    }

    /** Installs a processor as a bundle of its own. */
    public ProcessorSource install(CardProcessor processor, String version) {
        long number = SERVICES.incrementAndGet();
        ProcessorSource source =
                new ProcessorSource(number, number, "played", Version.parseVersion(version), number, 0);
        processors.arrive(source, processor);
        return source;
    }

    /** A card of a processor. */
    public String card(PersonId person, String processor) {
        return ((Added) cards.add(person, processor, "tok")).card().id();
    }

    /** Tops up by a new request. */
    public TopUp topUp(PersonId person, String card, String amount) {
        return topUp(person, card, amount, key());
    }

    /** Tops up by a request with this key. */
    public TopUp topUp(PersonId person, String card, String amount, IdempotencyKey key) {
        return ((Stored) answer(person, card, amount, key)).topUp();
    }

    /** The answer to a request with this key. */
    public TopUpAnswer answer(PersonId person, String card, String amount, IdempotencyKey key) {
        return topUps.topUp(person, card, Testing.usd(amount), key);
    }

    /** A key that was not used. */
    public static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString(), "d".repeat(64));
    }

    /** What is on a balance. */
    public Money available(PersonId person) {
        return accounts.balance(AccountName.of(person));
    }

    /** What is known of a top-up now. */
    public TopUpStatus status(TopUp topUp) {
        return topUps.find(topUp.person(), topUp.id()).orElseThrow().status();
    }

    /** Lets the reconciler do its work until a top-up has a status. */
    public void awaitStatus(TopUp topUp, TopUpStatus status) {
        Awaitility.await(topUp.id() + " " + status)
                .atMost(20, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> {
                    reconciler.arrived(topUp.processor());
                    reconciler.reconcile(topUp.processor());
                    return status(topUp) == status;
                });
    }

    @Override
    public void close() {
        calls.close();
        ledger.close();
    }
}

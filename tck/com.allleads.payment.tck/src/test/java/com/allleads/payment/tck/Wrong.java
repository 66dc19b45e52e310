package com.allleads.payment.tck;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Processors that each break one rule, as processors do that were written without care. */
@SuppressWarnings("ImmutableEnumChecker") // constructors and lambdas without state
enum Wrong {
    CHARGES_AGAIN(1, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            if (company.isRuledOut(request.key())) {
                return new ChargeOutcome.NotAttempted("It was ruled out.");
            }
            company.take(request.key(), request.amount());
            return new ChargeOutcome.Settled(request.key());
        }
    }),

    CHARGES_AGAIN_AFTER_A_RESTART(1, company -> new CorrectProcessor(company) {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        ChargeOutcome take(ChargeRequest request) {
            if (company.hasSettled(request.key()) && seen.add(request.key())) {
                company.take(request.key(), request.amount());
            }
            seen.add(request.key());
            return super.take(request);
        }
    }),

    CALLS_A_REPEATED_CHARGE_DECLINED(1, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            return company.hasSettled(request.key())
                    ? new ChargeOutcome.Declined("This was paid already.")
                    : super.take(request);
        }
    }),

    CUTS_KEYS(1, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            String key = request.key();
            String cut = key.length() > 63 ? key.substring(0, 63) : key;
            return super.take(new ChargeRequest(cut, request.token(), request.amount(), request.callback()));
        }

        @Override
        public LookupOutcome lookup(String key) {
            return super.lookup(key.length() > 63 ? key.substring(0, 63) : key);
        }
    }),

    GIVES_BACK_AGAIN(1, company -> new CorrectProcessor(company) {
        @Override
        public RefundOutcome refund(RefundRequest request) {
            if (company.hasGivenBack(request.key()) && company.isLeft(request.chargeKey(), request.amount())) {
                company.giveBack(request.key(), request.chargeKey(), request.amount());
            }
            return super.refund(request);
        }
    }),

    TAKES_SILENCE_FOR_A_DECLINE(2, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome silent(ChargeRequest request) {
            super.silent(request);
            return new ChargeOutcome.Declined("The company did not answer.");
        }
    }),

    CALLS_SETTLED_WHAT_WAS_NOT_TAKEN(2, company -> new CorrectProcessor(company) {
        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            return LOST.equals(request.token()) ? new ChargeOutcome.Settled(request.key()) : super.charge(request);
        }
    }),

    TRIES_A_DECLINED_CHARGE_AGAIN(2, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome decline(ChargeRequest request) {
            if (company.hasDeclined(request.key()) && BAD.equals(request.token())) {
                company.take(request.key(), request.amount());
                return new ChargeOutcome.Settled(request.key());
            }
            return super.decline(request);
        }
    }),

    FORGETS_AT_A_RESTART(3, company -> new CorrectProcessor(company) {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            seen.add(request.key());
            return super.charge(request);
        }

        @Override
        public LookupOutcome lookup(String key) {
            return company.hasSettled(key) && !seen.contains(key) && !company.hasAccepted(key)
                    ? new LookupOutcome.NothingFound()
                    : super.lookup(key);
        }
    }),

    CHARGES_WHEN_LOOKED_UP(3, company -> new CorrectProcessor(company) {
        private final Map<String, ChargeRequest> seen = new ConcurrentHashMap<>();

        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            seen.put(request.key(), request);
            return super.charge(request);
        }

        @Override
        public LookupOutcome lookup(String key) {
            ChargeRequest request = seen.get(key);
            if (request != null && GOOD.equals(request.token()) && company.hasSettled(key)) {
                company.take(key, request.amount());
            }
            return super.lookup(key);
        }
    }),

    FINDS_WHAT_NEVER_WAS(3, company -> new CorrectProcessor(company) {
        @Override
        public LookupOutcome lookup(String key) {
            return super.lookup(key) instanceof LookupOutcome.Found found
                    ? found
                    : new LookupOutcome.Found(new ChargeOutcome.Pending(key));
        }
    }),

    LETS_CHARGES_THROUGH_ITS_FENCE(4, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            if (company.isRuledOut(request.key()) && !company.hasSettled(request.key())) {
                company.take(request.key(), request.amount());
            }
            return super.take(request);
        }
    }),

    IS_SURE_TOO_EARLY(4, company -> new CorrectProcessor(company) {
        private final Map<String, Long> begun = new ConcurrentHashMap<>();

        @Override
        public ProcessorTraits traits() {
            return new ProcessorTraits(super.traits().currencies(), Duration.ofSeconds(1));
        }

        @Override
        ChargeOutcome silent(ChargeRequest request) {
            begun.put(request.key(), System.nanoTime());
            return new ChargeOutcome.Unknown("the company did not answer");
        }

        // What it says it does not have any more comes a moment later.
        @Override
        public LookupOutcome lookup(String key) {
            if (company.hasSettled(key) || company.isRuledOut(key) || company.hasAccepted(key)) {
                return super.lookup(key);
            }
            Long begin = begun.get(key);
            if (begin != null
                    && System.nanoTime() - begin > traits().finalAfter().toNanos()) {
                begun.remove(key);
                CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS)
                        .execute(() -> company.take(key, Money.of(CurrencyUnit.USD, 1)));
            }
            return new LookupOutcome.NothingFound();
        }
    }),

    LOOKS_AND_THEN_CHARGES(5, company -> new CorrectProcessor(company) {
        private final CyclicBarrier two = new CyclicBarrier(2);

        @Override
        ChargeOutcome take(ChargeRequest request) {
            boolean before = company.hasSettled(request.key()) || company.isRuledOut(request.key());
            if (before) {
                return super.take(request);
            }
            // A second thread that comes in this moment has looked too.
            meet();
            company.take(request.key(), request.amount());
            return new ChargeOutcome.Settled(request.key());
        }

        private void meet() {
            try {
                two.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (BrokenBarrierException | TimeoutException alone) {
                two.reset();
            }
        }
    }),

    DECLINES_WHAT_IS_UNDER_WAY_WHEN_IT_STOPS(6, company -> new CorrectProcessor(company) {
        // So that calls are under way for sure when it stops.
        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            for (int i = 0; SLOW.equals(request.token()) && !stopped && i < 200; i++) {
                LockSupport.parkNanos(10_000_000);
            }
            return super.charge(request);
        }

        @Override
        ChargeOutcome take(ChargeRequest request) {
            ChargeOutcome outcome = super.take(request);
            return stopped ? new ChargeOutcome.Declined("The processor is being stopped.") : outcome;
        }
    }),

    TAKES_MONEY_IN_SECRET_AFTER_THE_END(6, company -> new CorrectProcessor(company) {
        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            if (stopped) {
                super.charge(request);
                return new ChargeOutcome.NotAttempted("The processor was stopped.");
            }
            return super.charge(request);
        }
    }),

    DECLARES_SOMETHING_ELSE_LATER(7, company -> new CorrectProcessor(company) {
        private final AtomicInteger charges = new AtomicInteger();

        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            charges.incrementAndGet();
            return super.charge(request);
        }

        @Override
        public PartyDeclaration declaration() {
            String kept = charges.get() == 0 ? "Nothing is kept." : "Everything is kept.";
            return declared(
                    super.declaration(),
                    super.declaration().uses(),
                    super.declaration().receives(),
                    kept);
        }
    }),

    CHANGES_ITS_CARD_FORM(7, company -> new CorrectProcessor(company) {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public CardForm cardForm() {
            return new CardForm(
                    "Asked " + times.incrementAndGet() + " times.",
                    super.cardForm().samples());
        }
    }),

    DECLARES_A_SECONDARY_USE(8, company -> new CorrectProcessor(company) {
        @Override
        public PartyDeclaration declaration() {
            PartyDeclaration right = super.declaration();
            return declared(right, Set.of(PartyUse.CARRY_OUT, PartyUse.SECONDARY), right.receives(), right.retention());
        }
    }),

    DECLARES_NO_USE(8, company -> new CorrectProcessor(company) {
        @Override
        public PartyDeclaration declaration() {
            PartyDeclaration right = super.declaration();
            return declared(right, Set.of(), right.receives(), right.retention());
        }
    }),

    DOES_NOT_DECLARE_THE_AMOUNT(8, company -> new CorrectProcessor(company) {
        @Override
        public PartyDeclaration declaration() {
            PartyDeclaration right = super.declaration();
            return declared(
                    right, right.uses(), Set.of(PartyField.CARD_TOKEN, PartyField.REFERENCE), right.retention());
        }
    }),

    DOES_NOT_SAY_WHAT_IT_KEEPS(8, company -> new CorrectProcessor(company) {
        @Override
        public PartyDeclaration declaration() {
            PartyDeclaration right = super.declaration();
            return declared(right, right.uses(), right.receives(), " ");
        }
    }),

    NEEDS_A_HOST_IN_CLEAR(8, company -> new CorrectProcessor(company) {
        @Override
        public Set<String> cardFormHosts() {
            return Set.of("http://js.correct.example");
        }
    }),

    ROUNDS_TO_WHOLE_UNITS(9, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            Money rounded = request.amount().rounded(0, RoundingMode.HALF_UP);
            return super.take(new ChargeRequest(request.key(), request.token(), rounded, request.callback()));
        }

        @Override
        public RefundOutcome refund(RefundRequest request) {
            return new RefundOutcome.Refused("This processor gives nothing back.");
        }
    }),

    CONVERTS_CURRENCIES(9, company -> new CorrectProcessor(company) {
        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            return traits().currencies().contains(request.amount().getCurrencyUnit())
                    ? super.charge(request)
                    : super.charge(new ChargeRequest(
                            request.key(),
                            request.token(),
                            Money.ofMinor(CurrencyUnit.USD, request.amount().getAmountMinorLong()),
                            request.callback()));
        }
    }),

    GIVES_BACK_A_CENT_LESS(9, company -> new CorrectProcessor(company) {
        @Override
        public RefundOutcome refund(RefundRequest request) {
            return request.amount().getAmountMinorLong() == 101
                    ? super.refund(new RefundRequest(
                            request.key(), request.chargeKey(), request.amount().minusMinor(1)))
                    : super.refund(request);
        }
    }),

    GIVES_BACK_MORE_THAN_IT_TOOK(10, company -> new CorrectProcessor(company) {
        @Override
        public RefundOutcome refund(RefundRequest request) {
            // With many threads it is right.
            synchronized (company) {
                if (!company.hasGivenBack(request.key()) && company.hasSettled(request.chargeKey())) {
                    company.giveBack(request.key(), request.chargeKey(), request.amount());
                }
                return company.hasGivenBack(request.key())
                        ? new RefundOutcome.Refunded(request.key())
                        : new RefundOutcome.Refused("There was no such charge.");
            }
        }
    }),

    GIVES_BACK_WHAT_WAS_DECLINED(10, company -> new CorrectProcessor(company) {
        @Override
        public RefundOutcome refund(RefundRequest request) {
            if (company.hasDeclined(request.chargeKey())) {
                company.giveBack(request.key(), request.chargeKey(), request.amount());
                return new RefundOutcome.Refunded(request.key());
            }
            return super.refund(request);
        }
    }),

    BELIEVES_EVERY_CALL_BACK(11, company -> new CorrectProcessor(company) {
        @Override
        public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
            String body = new String(message.body(), java.nio.charset.StandardCharsets.UTF_8).strip();
            if (!body.matches("[0-9a-f-]{36}")) {
                throw new InvalidCallbackException("it cannot be read");
            }
            return List.of(news(body));
        }
    }),

    BREAKS_ON_CHATTER(11, company -> new CorrectProcessor(company) {
        @Override
        public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
            if (message.headers().get("signature").isEmpty()) {
                throw new InvalidCallbackException("there is no signature");
            }
            return super.readCallback(message);
        }
    }),

    REFUSES_A_CALL_BACK_THAT_COMES_AGAIN(11, company -> new CorrectProcessor(company) {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
            List<ChargeNews> news = super.readCallback(message);
            if (!seen.add(news.toString())) {
                throw new InvalidCallbackException("it came already");
            }
            return news;
        }
    }),

    CHARGES_WHEN_CALLED_BACK(11, company -> new CorrectProcessor(company) {
        @Override
        ChargeNews news(String key) {
            company.take(key, Money.of(CurrencyUnit.USD, 1));
            return super.news(key);
        }
    }),

    QUOTES_THE_TOKEN(12, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome decline(ChargeRequest request) {
            return super.decline(request) instanceof ChargeOutcome.Declined
                    ? new ChargeOutcome.Declined("The card " + request.token() + " was declined.")
                    : super.decline(request);
        }
    }),

    THROWS_THE_TOKEN(12, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome decline(ChargeRequest request) {
            if (!BAD.equals(request.token())) {
                throw new IllegalArgumentException("no such card: " + request.token());
            }
            return super.decline(request);
        }
    }),

    PRINTS_THE_TOKEN(12, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            System.out.println("charging " + request.token());
            return super.take(request);
        }
    }),

    ACCEPTS_EVERY_CARD(13, company -> new CorrectProcessor(company) {
        @Override
        public CardCheck checkCard(String token) {
            return new CardCheck.Accepted("Correct", "4242");
        }
    }),

    TAKES_A_DOLLAR_TO_CHECK(13, company -> new CorrectProcessor(company) {
        @Override
        public CardCheck checkCard(String token) {
            company.take("check", Money.of(CurrencyUnit.USD, 1));
            return super.checkCard(token);
        }
    }),

    KEEPS_CHARGEBACKS_TO_ITSELF(14, company -> new CorrectProcessor(company) {
        @Override
        public LookupOutcome lookup(String key) {
            return company.chargedBack(key).isPresent()
                    ? new LookupOutcome.Found(new ChargeOutcome.Settled(key))
                    : super.lookup(key);
        }
    }),

    CHARGES_BACK_MORE_THAN_IT_TOOK(14, company -> new CorrectProcessor(company) {
        @Override
        public LookupOutcome lookup(String key) {
            company.chargedBack(key).ifPresent(total -> company.chargeBack(key, total.plusMinor(1)));
            return super.lookup(key);
        }
    }),

    FORGETS_CHARGEBACKS_AT_A_RESTART(14, company -> new CorrectProcessor(company) {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            seen.add(request.key());
            return super.charge(request);
        }

        @Override
        public LookupOutcome lookup(String key) {
            return company.chargedBack(key).isPresent() && !seen.contains(key)
                    ? new LookupOutcome.Found(new ChargeOutcome.Settled(key))
                    : super.lookup(key);
        }
    }),

    TAKES_AGAIN_WHAT_WAS_CHARGED_BACK(1, company -> new CorrectProcessor(company) {
        @Override
        ChargeOutcome take(ChargeRequest request) {
            if (company.chargedBack(request.key()).isPresent()) {
                company.take(request.key(), request.amount());
            }
            return super.take(request);
        }
    }),

    BEGINS_ANOTHER_SET_UP_EACH_TIME(15, company -> new CorrectProcessor(company) {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public CardSetupStart beginCardSetup(CardSetupRequest request) {
            CardSetupStart.Redirect right = (CardSetupStart.Redirect) super.beginCardSetup(request);
            return new CardSetupStart.Redirect(right.reference() + times.incrementAndGet(), right.address());
        }
    }),

    SENDS_PEOPLE_ELSEWHERE(15, company -> new CorrectProcessor(company) {
        @Override
        public CardSetupStart beginCardSetup(CardSetupRequest request) {
            CardSetupStart.Redirect right = (CardSetupStart.Redirect) super.beginCardSetup(request);
            return new CardSetupStart.Redirect(
                    right.reference(), URI.create("https://elsewhere.example/" + right.reference()));
        }
    }),

    TAKES_EVERY_SET_UP_FOR_DONE(15, company -> new CorrectProcessor(company) {
        @Override
        public CardSetupOutcome cardSetup(String reference) {
            return new CardSetupOutcome.Done(GOOD);
        }
    }),

    ENDS_A_SET_UP_WITH_NO_CARD_OF_ITS_OWN(15, company -> new CorrectProcessor(company) {
        @Override
        public CardSetupOutcome cardSetup(String reference) {
            return super.cardSetup(reference) instanceof CardSetupOutcome.Done
                    ? new CardSetupOutcome.Done("card-of-nobody")
                    : super.cardSetup(reference);
        }
    }),

    FORGETS_SET_UPS_AT_A_RESTART(15, company -> new CorrectProcessor(company) {
        private final Set<String> done = ConcurrentHashMap.newKeySet();

        @Override
        public CardSetupStart beginCardSetup(CardSetupRequest request) {
            done.add("setup-" + request.key());
            return super.beginCardSetup(request);
        }

        @Override
        public CardSetupOutcome cardSetup(String reference) {
            return done.contains(reference)
                    ? super.cardSetup(reference)
                    : new CardSetupOutcome.Ended("There is no such set-up.");
        }
    }),

    CHARGES_FOR_SETTING_UP(15, company -> new CorrectProcessor(company) {
        @Override
        public CardSetupOutcome cardSetup(String reference) {
            CardSetupOutcome outcome = super.cardSetup(reference);
            if (outcome instanceof CardSetupOutcome.Done) {
                company.take(reference, Money.of(CurrencyUnit.USD, 1));
            }
            return outcome;
        }
    }),

    CHANGES_WHERE_CARDS_ARE_ADDED(7, company -> new CorrectProcessor(company) {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public Set<String> cardSetupHosts() {
            return Set.of(
                    "https://pages" + times.incrementAndGet() + ".correct.example", "https://pages.correct.example");
        }
    }),

    SENDS_PEOPLE_TO_PAGES_IN_CLEAR(8, company -> new CorrectProcessor(company) {
        @Override
        public Set<String> cardSetupHosts() {
            return Set.of("http://pages.correct.example", "https://pages.correct.example");
        }
    });

    private final int rule;
    private final Function<Company, CorrectProcessor> maker;

    Wrong(int rule, Function<Company, CorrectProcessor> maker) {
        this.rule = rule;
        this.maker = maker;
    }

    /** The rule that it breaks. */
    int rule() {
        return rule;
    }

    CorrectProcessor over(Company company) {
        return maker.apply(company);
    }

    private static PartyDeclaration declared(
            PartyDeclaration right, Set<PartyUse> uses, Set<PartyField> receives, String retention) {
        return new PartyDeclaration(
                right.name(),
                right.legalName(),
                right.outside(),
                receives,
                retention,
                uses,
                URI.create("https://correct.example/privacy"),
                right.hosts());
    }
}

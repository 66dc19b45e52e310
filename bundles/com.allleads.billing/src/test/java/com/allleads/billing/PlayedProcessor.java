package com.allleads.billing;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardProcessor;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** A processor that does what a test tells it to. */
public final class PlayedProcessor implements CardProcessor {

    /** What was charged and given back, by key. */
    public final List<ChargeRequest> charges = new CopyOnWriteArrayList<>();

    public final List<RefundRequest> refunds = new CopyOnWriteArrayList<>();
    public volatile Function<ChargeRequest, ChargeOutcome> onCharge = request -> new ChargeOutcome.Settled("ref");
    public volatile Function<String, LookupOutcome> onLookup = key -> new LookupOutcome.NothingFound();
    public volatile Function<RefundRequest, RefundOutcome> onRefund = request -> new RefundOutcome.Refunded("back");
    public volatile Function<String, CardCheck> onCheck = token -> new CardCheck.Accepted("Visa", "4242");
    public volatile PartyDeclaration declaration;
    public volatile Set<String> hosts = Set.of();
    public volatile Set<String> setupHosts = Set.of();
    /** What set-ups were begun. */
    public final List<CardSetupRequest> setups = new CopyOnWriteArrayList<>();

    public volatile Function<CardSetupRequest, CardSetupStart> onBegin = request ->
            new CardSetupStart.Redirect("setup-" + request.key(), URI.create("https://pages.example/" + request.key()));
    public volatile Function<String, CardSetupOutcome> onSetup = reference -> new CardSetupOutcome.Open();
    public volatile Duration finalAfter = Duration.ofMillis(1);

    public PlayedProcessor(String name) {
        declaration = declaration(name, Set.of(PartyUse.CARRY_OUT), PartyField.values());
    }

    public static PartyDeclaration declaration(String name, Set<PartyUse> uses, PartyField... receives) {
        return new PartyDeclaration(
                name,
                "Played Processing Inc.",
                true,
                Set.of(receives),
                "Nothing is kept.",
                uses,
                URI.create("https://played.example/privacy"),
                List.of());
    }

    @Override
    public PartyDeclaration declaration() {
        return declaration;
    }

    @Override
    public ProcessorTraits traits() {
        return new ProcessorTraits(Set.of(CurrencyUnit.USD), finalAfter);
    }

    @Override
    public CardForm cardForm() {
        return new CardForm("Any token will do.", List.of());
    }

    @Override
    public Set<String> cardFormHosts() {
        return hosts;
    }

    @Override
    public Set<String> cardSetupHosts() {
        return setupHosts;
    }

    @Override
    public CardSetupStart beginCardSetup(CardSetupRequest request) {
        setups.add(request);
        return onBegin.apply(request);
    }

    @Override
    public CardSetupOutcome cardSetup(String reference) {
        return onSetup.apply(reference);
    }

    @Override
    public CardCheck checkCard(String token) {
        return onCheck.apply(token);
    }

    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        charges.add(request);
        return onCharge.apply(request);
    }

    @Override
    public LookupOutcome lookup(String key) {
        return onLookup.apply(key);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
        refunds.add(request);
        return onRefund.apply(request);
    }

    /** A call-back's body is the key of a charge that settled. */
    @Override
    public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
        if (!message.headers().containsKey("signature")) {
            throw new InvalidCallbackException("no signature");
        }
        String key = new String(message.body(), StandardCharsets.US_ASCII);
        return List.of(new ChargeNews(key, new ChargeOutcome.Settled("called back")));
    }
}

package com.allleads.billing.processors;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.payment.tck.CardProcessorConformance;
import com.allleads.payment.tck.SampleCards;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** What the platform refuses, the conformance kit finds in the integrator's own build, and the other way round. */
@RunWith(Parameterized.class)
public class DeclarationRulesTest {

    private static final Set<PartyField> ALL = DeclarationRules.HANDED_OVER;
    private static final Set<PartyUse> CARRY_OUT = Set.of(PartyUse.CARRY_OUT);

    private final boolean allowed;
    private final Declaring processor;

    public DeclarationRulesTest(
            String what, boolean allowed, PartyDeclaration declared, Set<String> hosts, Set<String> pages) {
        this.allowed = allowed;
        this.processor = new Declaring(declared, hosts, pages);
    }

    @Parameterized.Parameters(name = "{0}")
    public static List<Object[]> declarations() {
        Set<String> none = Set.of();
        String policy = "https://acme.example/privacy";
        return List.of(
                of("all that it must", true, declared("Acme", ALL, "Nothing.", CARRY_OUT, policy), none),
                of(
                        "legal record",
                        true,
                        declared("Acme", ALL, "Much.", EnumSet.of(PartyUse.LEGAL_RECORD), policy),
                        none),
                of("secondary use", false, declared("Acme", ALL, "Much.", EnumSet.allOf(PartyUse.class), policy), none),
                of("no use", false, declared("Acme", ALL, "Nothing.", Set.of(), policy), none),
                of("no fields", false, declared("Acme", Set.of(), "Nothing.", CARRY_OUT, policy), none),
                of(
                        "no token",
                        false,
                        declared("Acme", without(PartyField.CARD_TOKEN), "Much.", CARRY_OUT, policy),
                        none),
                of("no amount", false, declared("Acme", without(PartyField.AMOUNT), "Much.", CARRY_OUT, policy), none),
                of("no key", false, declared("Acme", without(PartyField.REFERENCE), "Much.", CARRY_OUT, policy), none),
                of("nobody", false, declared(" ", ALL, "Nothing.", CARRY_OUT, policy), none),
                of("no retention", false, declared("Acme", ALL, "", CARRY_OUT, policy), none),
                of("no policy", false, declared("Acme", ALL, "Nothing.", CARRY_OUT, "privacy"), none),
                of(
                        "host",
                        true,
                        declared("Acme", ALL, "Nothing.", CARRY_OUT, policy),
                        Set.of("https://js.acme.example")),
                of(
                        "port",
                        true,
                        declared("Acme", ALL, "Nothing.", CARRY_OUT, policy),
                        Set.of("https://js.acme.example:8443")),
                of(
                        "host in clear",
                        false,
                        declared("Acme", ALL, "No.", CARRY_OUT, policy),
                        Set.of("http://js.acme.example")),
                of(
                        "any host",
                        false,
                        declared("Acme", ALL, "No.", CARRY_OUT, policy),
                        Set.of("https://*.acme.example")),
                pages("pages", true, "https://pay.acme.example"),
                pages("pages on this machine", true, "http://127.0.0.1:8299"),
                pages("pages in clear", false, "http://pay.acme.example"),
                pages("pages anywhere", false, "https://pay.acme.example/cards"));
    }

    @Test
    public void thePlatformAndTheKitRefuseTheSame() {
        boolean taken = DeclarationRules.refusal(processor.declaration())
                .or(() -> DeclarationRules.refusalOfHosts(processor.cardFormHosts()))
                .or(() -> DeclarationRules.refusalOfSetupHosts(processor.cardSetupHosts()))
                .isEmpty();
        assertThat(taken).isEqualTo(allowed);
        Kit.processor = processor;
        assertThat(new JUnitCore()
                        .run(Request.method(Kit.class, "rule08Declared"))
                        .wasSuccessful())
                .isEqualTo(allowed);
    }

    private static Object[] of(String what, boolean allowed, PartyDeclaration declared, Set<String> hosts) {
        return new Object[] {what, allowed, declared, hosts, Set.of()};
    }

    private static Object[] pages(String what, boolean allowed, String host) {
        PartyDeclaration declared = declared("Acme", ALL, "Nothing.", CARRY_OUT, "https://acme.example/privacy");
        return new Object[] {what, allowed, declared, Set.of(), Set.of(host)};
    }

    private static Set<PartyField> without(PartyField field) {
        Set<PartyField> fields = EnumSet.copyOf(ALL);
        fields.remove(field);
        return fields;
    }

    private static PartyDeclaration declared(
            String legalName, Set<PartyField> receives, String retention, Set<PartyUse> uses, String policy) {
        return new PartyDeclaration("acme", legalName, true, receives, retention, uses, URI.create(policy), List.of());
    }

    /** Runs on what the test looks at. */
    public static class Kit extends CardProcessorConformance {

        private static volatile Declaring processor;

        @Override
        protected CardProcessor start() {
            return processor;
        }

        @Override
        protected SampleCards cards() {
            return SampleCards.settling("none");
        }
    }

    /** Declares something, which is all that is asked of it. */
    private record Declaring(PartyDeclaration declaration, Set<String> cardFormHosts, Set<String> cardSetupHosts)
            implements CardProcessor {

        @Override
        public ProcessorTraits traits() {
            return new ProcessorTraits(Set.of(CurrencyUnit.USD), Duration.ofSeconds(1));
        }

        @Override
        public CardForm cardForm() {
            return new CardForm("Choose a card.", List.of());
        }

        @Override
        public CardCheck checkCard(String token) {
            return new CardCheck.Unavailable("It only declares.");
        }

        @Override
        public ChargeOutcome charge(ChargeRequest request) {
            return new ChargeOutcome.NotAttempted("It only declares.");
        }

        @Override
        public LookupOutcome lookup(String key) {
            return new LookupOutcome.Unavailable("it only declares");
        }

        @Override
        public RefundOutcome refund(RefundRequest request) {
            return new RefundOutcome.Refused("it only declares");
        }
    }
}

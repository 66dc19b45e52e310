package com.allleads.payment.example;

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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Charges two sample cards: one that always works and one that is always declined.
 *
 * <p>The annotation {@code @Component} is all that it takes to be found: when the bundle starts, the platform sees the
 * service, reads the declaration, shows it to people, and offers the processor for new cards. When the bundle stops, the
 * processor is gone, and nothing else has to be done.
 */
@Component(service = CardProcessor.class)
public final class ExampleProcessor implements CardProcessor {

    private static final String GOOD_CARD = "ex_ok";
    private static final String BAD_CARD = "ex_no";

    /** Who we are, what we get to see, and what we do with it. People read this; it has to be true. */
    private static final PartyDeclaration DECLARATION = new PartyDeclaration(
            "example",
            "Example Payments, a company that exists for trials only",
            true,
            Set.of(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE),
            "Every charge is kept for ten years: the sample card's token, the amount, the time and a random number.",
            Set.of(PartyUse.CARRY_OUT, PartyUse.LEGAL_RECORD),
            URI.create("https://payments.example/privacy"),
            List.of());

    /** A charge that cannot be looked up after a minute was never made; see {@link #lookup}. */
    private static final ProcessorTraits TRAITS =
            new ProcessorTraits(Set.of(CurrencyUnit.USD, CurrencyUnit.EUR), Duration.ofMinutes(1));

    private static final CardForm FORM = new CardForm(
            "This processor is for trials: choose a sample card. No real card is charged.",
            List.of(new CardForm.Sample(GOOD_CARD, "settles at once"), new CardForm.Sample(BAD_CARD, "is declined")));

    private final ChargeBook book;

    /**
     * @param context tells where the instance's folder is; several instances may share one installation
     * @throws IOException where the book cannot be opened: the component then does not start, and the log says why
     */
    @Activate
    public ExampleProcessor(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("karaf.base")).resolve("example"));
    }

    ExampleProcessor(Path folder) throws IOException {
        this.book = new ChargeBook(folder);
    }

    @Override
    public PartyDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public ProcessorTraits traits() {
        return TRAITS;
    }

    @Override
    public CardForm cardForm() {
        return FORM;
    }

    @Override
    public CardCheck checkCard(String token) {
        return switch (token) {
            case GOOD_CARD -> new CardCheck.Accepted("Example", "1111");
            case BAD_CARD -> new CardCheck.Accepted("Example", "2222");
            default -> new CardCheck.Rejected("This is not one of the sample cards.");
        };
    }

    /**
     * Rule 1: a key that was charged is not charged again. Rule 2: where it went wrong half-way nobody knows what happened,
     * so the answer is {@code Unknown}; the platform will look the key up. Only what is certain is called settled or declined. Rule 9: what is not in the traits is not charged.
     */
    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        if (!GOOD_CARD.equals(request.token())
                || !TRAITS.currencies().contains(request.amount().getCurrencyUnit())) {
            return new ChargeOutcome.Declined("The card was declined.");
        }
        try {
            book.chargeOnce(request.key(), request.token(), request.amount());
            return settled(request.key());
        } catch (IOException e) {
            return new ChargeOutcome.Unknown("the charge book could not be written");
        }
    }

    /** Rule 3: tells what became of a charge. Rule 4: nothing found is believed by the platform only after a minute. */
    @Override
    public LookupOutcome lookup(String key) {
        try {
            return book.has(key) ? new LookupOutcome.Found(settled(key)) : new LookupOutcome.NothingFound();
        } catch (IOException e) {
            return new LookupOutcome.Unavailable("the charge book could not be read");
        }
    }

    /** Not every processor can give money back; the operator then finds another way. */
    @Override
    public RefundOutcome refund(RefundRequest request) {
        return new RefundOutcome.Refused("this processor cannot give money back");
    }

    private static ChargeOutcome settled(String key) {
        return new ChargeOutcome.Settled("example-" + key);
    }
}

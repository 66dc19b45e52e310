package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Charges cards through a company. The numbers are those of the rules of {@link CardProcessor}. */
final class ${processorClass}Processor implements CardProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(${processorClass}Processor.class);

    /** Rule 8: who we are, what we get to see, and what we do with it. People read this; it has to be true. */
    private static final PartyDeclaration DECLARATION = new PartyDeclaration(
            "${processorName}",
            "${legalName}",
            true,
            Set.of(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE),
            "Every payment is kept for ten years: the amount, the time and a random number.",
            Set.of(PartyUse.CARRY_OUT, PartyUse.LEGAL_RECORD),
            URI.create("https://${processorName}.example/privacy"),
            List.of());

    private static final CardForm FORM = new CardForm(
            "This processor is for trials: choose a sample card. No real card is charged.",
            List.of(
                    new CardForm.Sample(TrialCompany.GOOD, "settles at once"),
                    new CardForm.Sample(TrialCompany.DECLINED, "is declined"),
                    new CardForm.Sample(TrialCompany.SLOW, "settles after half a second"),
                    new CardForm.Sample(TrialCompany.PENDING, "is pending and settles a second later"),
                    new CardForm.Sample(TrialCompany.SILENT, "is charged, but the answer never comes"),
                    new CardForm.Sample(TrialCompany.LOST, "gets lost on the way and is never charged")));

    private final Company company;
    private final ProcessorTraits traits;
    private final Optional<Signature> signature;

    ${processorClass}Processor(Company company, ${processorClass}Settings settings) {
        this.company = company;
        this.traits = settings.traits();
        this.signature = settings.signature();
    }

    @Override
    public PartyDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public ProcessorTraits traits() {
        return traits;
    }

    @Override
    public CardForm cardForm() {
        return FORM;
    }

    /** Rule 13. */
    @Override
    public CardCheck checkCard(String token) {
        try {
            return company.knows(token)
                    ? new CardCheck.Accepted("Trial", "4242")
                    : new CardCheck.Rejected("This is not a card of ours.");
        } catch (IOException e) {
            LOG.warn("A card cannot be checked: {}", e.getMessage());
            return new CardCheck.Unavailable("Cards cannot be checked at the moment.");
        }
    }

    /** Rules 1 and 2: the company charges a key once, and where it does not answer nobody knows. Rule 9 for currencies. */
    @Override
    public ChargeOutcome charge(ChargeRequest request) {
        if (!traits.currencies().contains(request.amount().getCurrencyUnit())) {
            return new ChargeOutcome.NotAttempted("This currency is not charged.");
        }
        try {
            return outcome(company.take(request), request.key());
        } catch (IOException e) {
            LOG.warn("Charge {}: {}", request.key(), e.getMessage());
            return new ChargeOutcome.Unknown("the company did not answer");
        }
    }

    /** Rules 3 and 4: nothing found is believed only after the time that the settings name. */
    @Override
    public LookupOutcome lookup(String key) {
        try {
            Company.Answer answer = company.find(key);
            return answer == Company.Answer.NOTHING
                    ? new LookupOutcome.NothingFound()
                    : new LookupOutcome.Found(outcome(answer, key));
        } catch (IOException e) {
            LOG.warn("Look-up of charge {}: {}", key, e.getMessage());
            return new LookupOutcome.Unavailable("the company did not answer");
        }
    }

    /** Rules 1 and 10. */
    @Override
    public RefundOutcome refund(RefundRequest request) {
        try {
            return company.giveBack(request)
                    ? new RefundOutcome.Refunded("${processorName}-" + request.key())
                    : new RefundOutcome.Refused("there is not as much left of the charge");
        } catch (IOException e) {
            LOG.warn("Refund {}: {}", request.key(), e.getMessage());
            return new RefundOutcome.Unknown("the company did not answer");
        }
    }

    /** Rule 11: what is not signed with the secret of the settings is nobody's word. */
    @Override
    public List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
        List<String> signatures = message.headers().getOrDefault(Signature.HEADER, List.of());
        if (signature.isEmpty()
                || signatures.size() != 1
                || !signature.get().fits(signatures.get(0), message.body())) {
            throw new InvalidCallbackException("it is not signed by the company");
        }
        String[] words = new String(message.body(), UTF_8).split(" ");
        if (words.length != 2) {
            throw new InvalidCallbackException("it cannot be read");
        }
        return words[0].equals("settled")
                ? List.of(new ChargeNews(words[1], outcome(Company.Answer.TAKEN, words[1])))
                : List.of();
    }

    private static ChargeOutcome outcome(Company.Answer answer, String key) {
        String reference = "${processorName}-" + key;
        return switch (answer) {
            case TAKEN -> new ChargeOutcome.Settled(reference);
            case ACCEPTED -> new ChargeOutcome.Pending(reference);
            case DECLINED -> new ChargeOutcome.Declined("The card was declined.");
            case NOTHING -> new ChargeOutcome.Unknown("the company has nothing under this key");
        };
    }
}

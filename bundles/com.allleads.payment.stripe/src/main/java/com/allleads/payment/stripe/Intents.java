package com.allleads.payment.stripe;

import com.allleads.payment.stripe.Answer.Refused;
import com.allleads.payment.stripe.Answer.Said;
import com.allleads.spi.payment.ChargeOutcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * PaymentIntents by the platform's key, which is in their metadata.
 *
 * <p>A key is looked for in three ways, because none alone is certain. The search index has everything, but is up to a minute
 * behind. The list of the latest intents is not behind, but is only read for some minutes back. Where both have nothing, the
 * key's idempotency is used: a request of another content under the same idempotency key, which asks for an intent without a
 * card and never confirms it. Where it is accepted, no charge under this key was begun, and none that is still on its way can
 * be: Stripe will refuse it as another use of the key. The key is fenced, and the intent that was made says so to everybody who
 * looks later, when Stripe has forgotten the idempotency key (after a day at least). Where it is refused as another use of the
 * key, a charge did reach Stripe; it is not found only if Stripe failed while working on it, and is then believed not to have
 * been only after {@code finalAfter}.
 */
final class Intents {

    static final String KEY = "allleads_key";
    static final String PATH = "/v1/payment_intents";

    private static final String FENCE = "allleads_fence";
    /** Never charged; large enough for every currency's smallest amount. */
    private static final long FENCE_AMOUNT = 100_000;

    private static final String FENCE_CURRENCY = "usd";
    private static final Duration BEHIND = Duration.ofMinutes(10);
    /** Longer than Stripe can take for one request. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;
    /** Disputes in which the bank took nothing. */
    private static final Set<String> INQUIRIES =
            Set.of("warning_needs_response", "warning_under_review", "warning_closed", "prevented");

    private final StripeApi api;
    private final Clock clock;

    Intents(StripeApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** What a look for a key found. */
    sealed interface Found {

        /** The intent, as it is now. */
        record Intent(JsonNode body) implements Found {

            boolean isFence() {
                return body.path("metadata").has(FENCE);
            }
        }

        /** There is none. */
        record None() implements Found {}

        /** It cannot be told. */
        record Unsure(String why) implements Found {}
    }

    /** Whether a key was fenced. */
    sealed interface Fenced {

        /** No charge under it took or will take money. */
        record Now() implements Fenced {}

        /** It was used for a charge. */
        record Used() implements Fenced {}

        /** It cannot be told. */
        record Unsure(String why) implements Fenced {}
    }

    /** Looks everywhere. */
    Found find(Deadline deadline, String key) {
        Found searched = search(deadline, key);
        if (!(searched instanceof Found.None)) {
            return searched;
        }
        long since = clock.instant().minus(BEHIND).getEpochSecond();
        return list(deadline, key, "created[gte]", Long.toString(since));
    }

    /** Looks among all of one card, where nothing is behind. */
    Found findAmong(Deadline deadline, String key, CardToken card) {
        return list(deadline, key, "customer", card.customer());
    }

    private Found search(Deadline deadline, String key) {
        Parameters query = new Parameters()
                .with("query", "metadata['%s']:'%s'".formatted(KEY, key))
                .with("limit", 1);
        Answer answer = api.get(deadline, PATH + "/search", query);
        if (answer instanceof Said said && said.body().path("data").isArray()) {
            JsonNode first = said.body().path("data").path(0);
            // What the index says of it may be out of date.
            return first.isMissingNode()
                    ? new Found.None()
                    : read(deadline, first.path("id").asText());
        }
        return new Found.Unsure(Answer.describe(answer));
    }

    private Found list(Deadline deadline, String key, String filter, String value) {
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            Parameters query = new Parameters().with(filter, value).with("limit", PAGE);
            after.ifPresent(id -> query.with("starting_after", id));
            Answer answer = api.get(deadline, PATH, query.with("expand[]", "data.latest_charge"));
            if (!(answer instanceof Said said) || !said.body().path("data").isArray()) {
                return new Found.Unsure(Answer.describe(answer));
            }
            JsonNode data = said.body().path("data");
            for (JsonNode intent : data) {
                if (key.equals(intent.path("metadata").path(KEY).asText())) {
                    return new Found.Intent(intent);
                }
            }
            if (!said.body().path("has_more").asBoolean() || data.isEmpty()) {
                return new Found.None();
            }
            after = Optional.of(data.path(data.size() - 1).path("id").asText());
        }
        return search(deadline, key);
    }

    /** An intent by its own name, as it is now. */
    Found read(Deadline deadline, String id) {
        if (!id.matches("pi_[A-Za-z0-9_]{1,100}")) {
            return new Found.Unsure("Stripe names an intent in an unknown form");
        }
        Answer answer = api.get(deadline, PATH + "/" + id, new Parameters().with("expand[]", "latest_charge"));
        return answer instanceof Said said ? new Found.Intent(said.body()) : new Found.Unsure(Answer.describe(answer));
    }

    /** Sees to it that a key under which nothing was found never takes money, or finds that it was used. */
    Fenced fence(Deadline deadline, String key) {
        Parameters form = new Parameters()
                .with("amount", FENCE_AMOUNT)
                .with("currency", FENCE_CURRENCY)
                .with("payment_method_types[0]", "card")
                .with("metadata[" + KEY + "]", key)
                .with("metadata[" + FENCE + "]", "yes");
        Answer answer = api.post(deadline, PATH, key, form);
        if (answer instanceof Said said && said.body().path("metadata").has(FENCE)) {
            // Only for whoever looks at Stripe's pages: it has no card and is never confirmed.
            cancel(deadline, said.body());
            return new Fenced.Now();
        }
        return answer instanceof Refused refused && refused.isOtherUseOfTheKey()
                ? new Fenced.Used()
                : new Fenced.Unsure(Answer.describe(answer));
    }

    /**
     * What an intent says of the money. One that waits for anybody's step, as for the confirmation that a bank wants of the person, is
     * cancelled first: nobody is there to take that step, and a decline is final only once the intent cannot take money any more.
     */
    ChargeOutcome outcome(Deadline deadline, JsonNode intent) {
        String id = intent.path("id").asText();
        if (mayBeUnderWay(intent)) {
            return new ChargeOutcome.Unknown("the payment may be under way");
        }
        return switch (intent.path("status").asText()) {
            case "succeeded" -> settled(deadline, intent, id);
            case "processing" -> new ChargeOutcome.Pending(id);
            case "canceled" -> declined(intent);
            case "requires_action", "requires_confirmation", "requires_payment_method", "requires_capture" ->
                cancel(deadline, intent)
                        .map(Intents::declined)
                        .orElseGet(() -> new ChargeOutcome.Unknown("the payment waits and could not be cancelled"));
            default -> new ChargeOutcome.Unknown("Stripe names an unknown status");
        };
    }

    /** Stripe shows an intent before it has asked the card's bank; that is no waiting for anybody. */
    private boolean mayBeUnderWay(JsonNode intent) {
        String status = intent.path("status").asText();
        boolean before = status.equals("requires_confirmation")
                || (status.equals("requires_payment_method")
                        && !intent.path("last_payment_error").isObject());
        long age = clock.instant().getEpochSecond() - intent.path("created").asLong();
        return before && age < UNDER_WAY.toSeconds();
    }

    private static ChargeOutcome declined(JsonNode cancelled) {
        JsonNode error = cancelled.path("last_payment_error");
        return new ChargeOutcome.Declined(error.isObject() ? Words.decline(error) : Words.CANCELLED);
    }

    /**
     * The intent after it was cancelled; empty where it could not be, or that is not known. Each attempt has a key of its own: what
     * could not be cancelled once, while the bank was at it, may be a moment later.
     */
    private Optional<JsonNode> cancel(Deadline deadline, JsonNode intent) {
        Answer answer = api.post(
                deadline,
                PATH + "/" + intent.path("id").asText() + "/cancel",
                UUID.randomUUID().toString(),
                new Parameters().with("cancellation_reason", "abandoned"));
        return answer instanceof Said said
                        && said.body().path("status").asText().equals("canceled")
                ? Optional.of(said.body())
                : Optional.empty();
    }

    private ChargeOutcome settled(Deadline deadline, JsonNode intent, String id) {
        if (!intent.path("latest_charge").path("disputed").asBoolean()) {
            return new ChargeOutcome.Settled(id);
        }
        Answer answer = api.get(
                deadline,
                "/v1/disputes",
                new Parameters().with("payment_intent", id).with("limit", PAGE));
        if (!(answer instanceof Said said) || !said.body().path("data").isArray()) {
            return new ChargeOutcome.Unknown("disputes cannot be read: " + Answer.describe(answer));
        }
        // A dispute that was won later stays in the total, which never shrinks; its money is given back by a
        // correction.
        long total = 0;
        for (JsonNode dispute : said.body().path("data")) {
            if (!INQUIRIES.contains(dispute.path("status").asText())) {
                total += dispute.path("amount").asLong();
            }
        }
        Money most = money(intent);
        return total <= 0
                ? new ChargeOutcome.Settled(id)
                : new ChargeOutcome.ChargedBack(
                        id, Money.ofMinor(most.getCurrencyUnit(), Math.min(total, most.getAmountMinorLong())));
    }

    /** The amount of an intent. */
    static Money money(JsonNode intent) {
        return Money.ofMinor(
                CurrencyUnit.of(intent.path("currency").asText().toUpperCase(Locale.ROOT)),
                intent.path("amount").asLong());
    }

    /** The platform's key of an intent; empty for one that the site did not make. */
    static Optional<String> key(JsonNode intent) {
        return Optional.of(intent.path("metadata").path(KEY).asText()).filter(key -> !key.isEmpty());
    }
}

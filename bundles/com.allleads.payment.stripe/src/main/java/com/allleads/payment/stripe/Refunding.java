package com.allleads.payment.stripe;

import com.allleads.payment.stripe.Answer.Refused;
import com.allleads.payment.stripe.Answer.Said;
import com.allleads.payment.stripe.Intents.Found;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refunds by the platform's key. The list of an intent's refunds is never behind, so that a key which comes again is found there
 * also when Stripe has forgotten the idempotency key; that one holds off whoever comes at the same moment.
 */
final class Refunding {

    private static final Logger LOG = LoggerFactory.getLogger(Refunding.class);
    private static final String PATH = "/v1/refunds";
    private static final int MOST = 100;

    private final StripeApi api;
    private final Intents intents;

    Refunding(StripeApi api, Intents intents) {
        this.api = api;
        this.intents = intents;
    }

    RefundOutcome refund(Deadline deadline, RefundRequest request) {
        Found found = intents.find(deadline, request.chargeKey());
        if (found instanceof Found.Unsure unsure) {
            return unknown(request, unsure.why());
        }
        if (!(found instanceof Found.Intent charge)) {
            return unknown(request, "the payment was not found");
        }
        if (!charge.body().path("status").asText().equals("succeeded")) {
            return new RefundOutcome.Refused("This payment took no money.");
        }
        if (!Intents.money(charge.body())
                .getCurrencyUnit()
                .equals(request.amount().getCurrencyUnit())) {
            return new RefundOutcome.Refused("The payment was in another currency.");
        }
        String intent = charge.body().path("id").asText();
        Answer earlier = api.get(
                deadline, PATH, new Parameters().with("payment_intent", intent).with("limit", MOST));
        if (!(earlier instanceof Said said) || !said.body().path("data").isArray()) {
            return unknown(request, Answer.describe(earlier));
        }
        for (JsonNode refund : said.body().path("data")) {
            if (request.key().equals(refund.path("metadata").path(Intents.KEY).asText())) {
                return outcome(request, refund);
            }
        }
        if (said.body().path("has_more").asBoolean()) {
            return new RefundOutcome.Refused("There are too many refunds of this payment already.");
        }
        return make(deadline, request, intent);
    }

    private RefundOutcome make(Deadline deadline, RefundRequest request, String intent) {
        Parameters form = new Parameters()
                .with("payment_intent", intent)
                .with("amount", request.amount().getAmountMinorLong())
                .with("metadata[" + Intents.KEY + "]", request.key());
        Answer answer = api.post(deadline, PATH, request.key(), form);
        if (answer instanceof Said said) {
            return outcome(request, said.body());
        }
        if (answer instanceof Refused refused && refused.isForGood() && !refused.isOtherUseOfTheKey()) {
            LOG.info("Refund {} was refused: {}", request.key(), refused);
            return new RefundOutcome.Refused("Stripe gives no more back of this payment.");
        }
        return unknown(request, Answer.describe(answer));
    }

    private static RefundOutcome outcome(RefundRequest request, JsonNode refund) {
        return switch (refund.path("status").asText()) {
            case "succeeded", "pending" ->
                new RefundOutcome.Refunded(refund.path("id").asText());
            case "failed", "canceled" -> new RefundOutcome.Refused("The card's bank did not take the money back.");
            default -> unknown(request, "Stripe names an unknown status");
        };
    }

    private static RefundOutcome unknown(RefundRequest request, String why) {
        LOG.warn("Refund {}: {}", request.key(), why);
        return new RefundOutcome.Unknown(why);
    }
}

package com.allleads.payment.stripe;

import com.allleads.payment.stripe.testing.DoubleCard;
import com.allleads.payment.stripe.testing.StripeDouble;
import com.allleads.payment.tck.CardProcessorConformance;
import com.allleads.payment.tck.OutsideRecord;
import com.allleads.payment.tck.SampleCards;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.Rule;

/** The numbered rules of the contract, over HTTP against the double. */
public class StripeConformanceTest extends CardProcessorConformance {

    @Rule
    public final StripeDouble stripe = new StripeDouble();

    private final SampleCards cards = SampleCards.settling(token(DoubleCard.GOOD))
            .declining(token(DoubleCard.DECLINED))
            .slow(token(DoubleCard.SLOW))
            .pending(token(DoubleCard.PENDING))
            .chargedBack(token(DoubleCard.DISPUTED))
            .timingOut(token(DoubleCard.SILENT))
            .timingOut(token(DoubleCard.LOST))
            .invalid("cus_nobody/pm_nobody");

    private String token(DoubleCard card) {
        return stripe.books().added(card);
    }

    @Override
    protected CardProcessor start() {
        return new StripeProcessor(Trial.settings(stripe.address()));
    }

    @Override
    protected SampleCards cards() {
        return cards;
    }

    /** The double's own record. */
    @Override
    protected Optional<OutsideRecord> record() {
        return Optional.of(stripe::movements);
    }

    @Override
    protected boolean addCard(URI address) throws Exception {
        return StripeDouble.addCard(address, DoubleCard.GOOD).isPresent();
    }

    @Override
    protected Optional<CallbackMessage> callback(ChargeRequest about) {
        long end = System.nanoTime() + patience().toNanos();
        while (System.nanoTime() < end) {
            for (JsonNode event : stripe.events()) {
                if (event.path("type").asText().equals("payment_intent.succeeded")
                        && event.toString().contains(about.key())) {
                    return Optional.of(Trial.webhook(event, StripeDouble.WEBHOOK_SECRET, Instant.now()));
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return Optional.empty();
    }
}

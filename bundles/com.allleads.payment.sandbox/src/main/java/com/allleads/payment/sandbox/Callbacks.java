package com.allleads.payment.sandbox;

import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.InvalidCallbackException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** The messages by which the sandbox tells the platform what became of a charge: written, sent, and read again. */
final class Callbacks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SETTLED = "settled";
    private static final String CHARGED_BACK = "charged_back";

    private final CallbackSignature signature;

    Callbacks(CallbackSignature signature) {
        this.signature = signature;
    }

    /**
     * Tells the platform.
     *
     * @param news that the charge settled or was charged back; of anything else nothing is told
     * @throws IOException where the platform cannot be reached or does not accept it
     */
    void send(URI address, ChargeNews news) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Body.of(news));
        // No client that keeps threads: nothing may outlive the bundle.
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty(CallbackSignature.HEADER, signature.of(body));
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            if (status / 100 != 2) {
                throw new IOException("the platform answered " + status);
            }
        } finally {
            connection.disconnect();
        }
    }

    /**
     * Reads a call-back.
     *
     * @throws InvalidCallbackException where this sandbox did not write it
     */
    List<ChargeNews> read(CallbackMessage message) throws InvalidCallbackException {
        List<String> signatures = message.headers().getOrDefault(CallbackSignature.HEADER, List.of());
        if (signatures.size() != 1 || !signature.fits(signatures.get(0), message.body())) {
            throw new InvalidCallbackException("the signature is missing or does not fit");
        }
        try {
            Body body = JSON.readValue(message.body(), Body.class);
            return body.outcome().map(outcome -> new ChargeNews(body.key(), outcome)).stream()
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidCallbackException("the body cannot be read");
        }
    }

    /**
     * @param key the charge's key
     * @param status what became of it
     * @param reference the sandbox's name for it
     * @param amount what the bank took back, where it did
     * @param currency in which currency
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String key, String status, String reference, String amount, String currency) {

        static Body of(ChargeNews news) {
            if (news.outcome() instanceof ChargeOutcome.ChargedBack back) {
                return new Body(
                        news.key(),
                        CHARGED_BACK,
                        back.reference(),
                        back.total().getAmount().toPlainString(),
                        back.total().getCurrencyUnit().getCode());
            }
            return new Body(news.key(), SETTLED, ((ChargeOutcome.Settled) news.outcome()).reference(), null, null);
        }

        Optional<ChargeOutcome> outcome() {
            if (SETTLED.equals(status)) {
                return Optional.of(new ChargeOutcome.Settled(reference));
            }
            return CHARGED_BACK.equals(status)
                    ? Optional.of(new ChargeOutcome.ChargedBack(reference, Money.parse(currency + " " + amount)))
                    : Optional.empty();
        }
    }
}

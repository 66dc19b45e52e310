package com.allleads.payment.sandbox;

import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundRequest;
import java.net.URI;
import java.time.Instant;
import org.joda.money.Money;

/** What the lines of the books say. Amounts are written as people read them, times in UTC. */
final class Lines {

    private Lines() {}

    /**
     * Money that was taken.
     *
     * @param key the platform's key
     * @param token the sample token
     * @param amount as in {@code 12.50}
     * @param currency as in {@code USD}
     * @param at when, RFC 3339
     */
    record Charge(String key, String token, String amount, String currency, String at) {

        static Charge of(Note pending) {
            return new Charge(pending.key(), pending.token(), pending.amount(), pending.currency(), now());
        }

        static Charge of(ChargeRequest request) {
            return new Charge(request.key(), request.token(), plain(request.amount()), code(request.amount()), now());
        }

        Money money() {
            return Money.parse(currency + " " + amount);
        }
    }

    /**
     * Money that was given back.
     *
     * @param key the refund's key
     * @param charge the charge's key
     */
    record Refund(String key, String charge, String amount, String currency, String at) {

        static Refund of(RefundRequest request) {
            return new Refund(
                    request.key(), request.chargeKey(), plain(request.amount()), code(request.amount()), now());
        }

        Money money() {
            return Money.parse(currency + " " + amount);
        }
    }

    /**
     * Money that the card's bank took back.
     *
     * @param key the charge's key
     */
    record Chargeback(String key, String amount, String currency, String at) {

        static Chargeback of(String key, Money amount) {
            return new Chargeback(key, plain(amount), code(amount), now());
        }

        Money money() {
            return Money.parse(currency + " " + amount);
        }
    }

    /** What else is remembered of a key. */
    enum What {
        /** Accepted, to be charged a little later and told by call-back. */
        PENDING,
        /** Charged, to be taken back by the bank a little later and told by call-back. */
        DISPUTED,
        /** Refused by the card; there will be no charge. */
        DECLINED,
        /** Nobody had heard of the key when it was looked up; a charge that still comes is refused. */
        FENCED,
        /** The call-back arrived. */
        TOLD
    }

    /**
     * Something about a key that is no money; only what is to be told by call-back has more than the first two and the last.
     *
     * @param callback where the platform wants to be told
     */
    record Note(What what, String key, String token, String amount, String currency, String callback, String at) {

        static Note of(What what, String key) {
            return new Note(what, key, null, null, null, null, now());
        }

        static Note pending(ChargeRequest request) {
            return toBeTold(What.PENDING, request);
        }

        static Note disputed(ChargeRequest request) {
            return toBeTold(What.DISPUTED, request);
        }

        private static Note toBeTold(What what, ChargeRequest request) {
            return new Note(
                    what,
                    request.key(),
                    request.token(),
                    plain(request.amount()),
                    code(request.amount()),
                    request.callback().toString(),
                    now());
        }

        URI address() {
            return URI.create(callback);
        }

        Instant time() {
            return Instant.parse(at);
        }
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }

    private static String code(Money money) {
        return money.getCurrencyUnit().getCode();
    }

    private static String now() {
        return Instant.now().toString();
    }
}

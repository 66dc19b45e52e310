package com.allleads.payment.tck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nobody but the company itself can tell the platform of money. */
final class AuthenticCallbacks implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        isRefused(bench, new CallbackMessage(Map.of(), new byte[0]), "an empty message");
        isRefused(bench, new CallbackMessage(Map.of(), "{\"hello\": \"world\"}".getBytes(ISO_8859_1)), "chatter");
        isRefused(bench, new CallbackMessage(Map.of(), new byte[] {0, (byte) 0xff, 0x7b}), "bytes without meaning");
        if (bench.cards().pending().isEmpty()) {
            bench.untested("genuine and forged call-backs: no card is given whose charges are pending");
            return;
        }
        ChargeRequest pending = bench.request(bench.cards().pending().get());
        bench.charge(pending);
        Optional<CallbackMessage> genuine = bench.callback(pending);
        if (genuine.isEmpty()) {
            bench.untested("genuine and forged call-backs: none came");
            return;
        }
        saysWhatIsTrue(bench, pending, genuine.get());
        refusesForgeries(bench, pending, genuine.get());
        bench.restart();
        saysWhatIsTrue(bench, pending, genuine.get());
    }

    private static void saysWhatIsTrue(Bench bench, ChargeRequest pending, CallbackMessage genuine) throws Exception {
        List<Movement> before = bench.movements();
        List<ChargeNews> first = bench.processor().readCallback(copy(genuine));
        List<ChargeNews> again = bench.processor().readCallback(copy(genuine));
        assertThat(bench.movements()).as("movements after reading call-backs").isEqualTo(before);
        assertThat(again).as("what a call-back says that comes again").isEqualTo(first);
        assertThat(first).as("what a genuine call-back says").anySatisfy(news -> {
            assertThat(news.key()).isEqualTo(pending.key());
            assertThat(news.outcome()).isInstanceOf(ChargeOutcome.Settled.class);
        });
        for (ChargeNews news : first) {
            assertThat(bench.found(news.key()))
                    .as("what a look-up finds of a charge of which a call-back says: %s", news.outcome())
                    .hasValueSatisfying(found ->
                            assertThat(found).isInstanceOf(news.outcome().getClass()));
        }
    }

    private static void refusesForgeries(Bench bench, ChargeRequest pending, CallbackMessage genuine) {
        // One character is one byte.
        String body = new String(genuine.body(), ISO_8859_1);
        String otherCharge = body.replace(pending.key(), Bench.key());
        if (!otherCharge.equals(body)) {
            isRefused(
                    bench,
                    message(genuine.headers(), otherCharge),
                    "a message that was changed to name another charge");
            isRefused(bench, message(Map.of(), otherCharge), "a message of somebody else's, without its headers");
        }
        isRefused(bench, message(genuine.headers(), body + " "), "a message with a blank more at its end");
        isRefused(bench, message(genuine.headers(), ""), "a message whose body is missing");
        isRefused(bench, message(genuine.headers(), body.substring(0, body.length() / 2)), "half a message");
    }

    private static void isRefused(Bench bench, CallbackMessage message, String what) {
        assertThat(catchThrowable(() -> bench.processor().readCallback(message)))
                .as("what reading throws of %s", what)
                .isInstanceOf(InvalidCallbackException.class);
    }

    private static CallbackMessage message(Map<String, List<String>> headers, String body) {
        return new CallbackMessage(headers, body.getBytes(ISO_8859_1));
    }

    private static CallbackMessage copy(CallbackMessage message) {
        return new CallbackMessage(message.headers(), message.body().clone());
    }
}

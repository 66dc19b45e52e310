package com.allleads.payment.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.ChargeRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;

/** Whatever is said and printed may be read by people whom a card is none of their business. */
final class TokensUnsaid implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        SampleCards cards = bench.cards();
        Set<String> tokens = new TreeSet<>(List.of(cards.settling(), cards.invalid()));
        cards.declining().ifPresent(tokens::add);
        List<Object> said = new ArrayList<>();
        String printed = printedDuring(() -> {
            for (String token : tokens) {
                said.add(bench.checkCard(token));
                ChargeRequest request = bench.request(token);
                said.add(bench.charge(request));
                said.add(bench.charge(request));
                said.add(bench.lookup(request.key()));
                said.add(bench.refund(Bench.key(), request, request.amount().multipliedBy(2)));
                said.add(bench.refund(
                        Bench.key(), request, Money.ofMinor(request.amount().getCurrencyUnit(), 1)));
            }
            said.add(bench.processor());
            bench.restart();
        });
        for (Throwable thrown : bench.thrown()) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            said.add(trace);
        }
        for (String token : tokens) {
            assertThat(said)
                    .as("outcomes, exceptions and the processor itself as text")
                    .noneMatch(each -> each.toString().contains(token));
            assertThat(printed.contains(token))
                    .as("whether a token was printed to a standard stream, as a log may be")
                    .isFalse();
        }
    }

    private static String printedDuring(Work work) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(new Both(printed, out), true, UTF_8));
        System.setErr(new PrintStream(new Both(printed, err), true, UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return printed.toString(UTF_8);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Writes to two streams. */
    private static final class Both extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public synchronized void write(int b) throws IOException {
            one.write(b);
            other.write(b);
        }

        @Override
        public void flush() throws IOException {
            other.flush();
        }
    }
}

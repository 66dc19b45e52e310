package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupOutcome.Done;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.CardSetupStart.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whoever is sent to the processor's pages comes to where it said, and comes back with one card or none. */
final class SetUpByRedirect implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        if (bench.processor().cardSetupHosts().isEmpty()) {
            throw Bench.notTestable("set-up by redirect: cards are added by a token");
        }
        List<Movement> before = bench.movements();
        List<Object> said = new ArrayList<>();
        CardSetupRequest request = bench.setup();
        Redirect begun = begin(bench, request);
        said.add(begun);
        isUnderAHost(bench, begun.address());
        assertThat(begin(bench, request)).as("a set-up that is begun again").isEqualTo(begun);
        assertThat(begin(bench, bench.setup()).reference())
                .as("the reference of another set-up")
                .isNotEqualTo(begun.reference());
        isNotDone(bench, begun.reference(), "that nobody went on with");
        isNotDone(bench, Bench.key(), "that was never begun");
        bench.restart();
        assertThat(begin(bench, request))
                .as("a set-up that is begun again after a restart")
                .isEqualTo(begun);
        Optional<String> token = finish(bench, begun);
        if (bench.hasRecord()) {
            assertThat(bench.movements()).as("movements after setting up cards").isEqualTo(before);
        } else {
            bench.untested("whether a set-up moves money: there is no record of the company's");
        }
        if (token.isPresent()) {
            standsForACard(bench, begun, token.get(), said);
        }
        token.ifPresent(secret -> assertThat(said)
                .as("answers and exceptions as text, which have no token")
                .noneMatch(each -> each.toString().contains(secret)));
    }

    private static Optional<String> finish(Bench bench, Redirect begun) throws Exception {
        if (!bench.addsCard(begun.address())) {
            bench.untested("what becomes of a set-up that a person finished: addCard() does not add a card");
            return Optional.empty();
        }
        assertThat(Wait.until(() -> done(bench, begun).isPresent(), bench.patience()))
                .as("whether a set-up is done that a person finished")
                .isTrue();
        return done(bench, begun);
    }

    private static void standsForACard(Bench bench, Redirect begun, String token, List<Object> said) throws Exception {
        said.add(bench.cardSetup(begun.reference()));
        CardCheck check = bench.checkCard(token);
        said.add(check);
        assertThat(check).as("the check of the card that a set-up ended with").isInstanceOf(CardCheck.Accepted.class);
        bench.restart();
        assertThat(done(bench, begun))
                .as("the token of a set-up that is done, after a restart")
                .contains(token);
        said.addAll(bench.thrown());
    }

    private static Redirect begin(Bench bench, CardSetupRequest request) {
        CardSetupStart start = bench.beginCardSetup(request);
        assertThat(start).as("a set-up that is begun").isInstanceOf(Redirect.class);
        return (Redirect) start;
    }

    private static Optional<String> done(Bench bench, Redirect begun) {
        return bench.cardSetup(begun.reference()) instanceof Done done ? Optional.of(done.token()) : Optional.empty();
    }

    private static void isNotDone(Bench bench, String reference, String which) {
        CardSetupOutcome outcome = bench.cardSetup(reference);
        assertThat(outcome).as("what becomes of a set-up %s", which).isNotInstanceOf(Done.class);
    }

    private static void isUnderAHost(Bench bench, URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        assertThat(bench.processor().cardSetupHosts())
                .as("the declared hosts, of which one is where people are sent")
                .contains(address.getScheme() + "://" + address.getHost() + port);
    }
}

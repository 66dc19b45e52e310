package com.allleads.itests.harness;

import com.allleads.itests.harness.Evidence.Account;
import com.allleads.itests.harness.Evidence.Charge;
import com.allleads.itests.harness.Evidence.Line;
import com.allleads.itests.harness.Evidence.Order;
import com.allleads.itests.harness.Evidence.Payment;
import com.allleads.itests.harness.Evidence.Reading;
import com.allleads.itests.harness.Evidence.Replay;
import com.allleads.itests.harness.Finding.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds three books against each other: what clients were told, what the ledger shows them, and what the processor wrote down.
 * It shares no code with the platform and believes no summary of it.
 */
final class Auditor {

    private static final Set<String> OPEN = Set.of("UNKNOWN", "PENDING");
    private static final Set<String> REFUSED = Set.of("DECLINED", "NOT_ATTEMPTED");

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Charge> charges = new HashMap<>();
    private final Map<String, Payment> payments = new HashMap<>();

    private Auditor(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Everything that is wrong; empty where nothing is. */
    static List<Finding> audit(Evidence evidence) {
        Auditor auditor = new Auditor(evidence);
        auditor.processorsBooks();
        auditor.answers();
        evidence.accounts().forEach(auditor::account);
        evidence.readings().forEach(auditor::reading);
        evidence.replays().forEach(auditor::replay);
        if (!evidence.ledgerValid()) {
            auditor.found(Verdict.LEDGER_INVALID, "the ledger", "its own verification fails");
        }
        return auditor.findings;
    }

    private void processorsBooks() {
        Set<String> keys = new HashSet<>();
        for (Payment payment : evidence.payments()) {
            payments.put(payment.id(), payment);
            keys.add(payment.key());
        }
        for (Charge charge : evidence.charges()) {
            if (charges.put(charge.key(), charge) != null) {
                found(Verdict.DOUBLED, "charge " + charge.key(), "the processor took it twice");
            }
            if (!keys.contains(charge.key())) {
                found(Verdict.LOST, "charge " + charge.key(), "the processor took money for no payment that is known");
            }
        }
    }

    private void answers() {
        Map<String, Told> ids = new HashMap<>();
        for (Told told : evidence.told()) {
            if (!told.isAnswered()) {
                found(Verdict.UNANSWERED, told, "it was sent again and again");
            } else if (told.isTopUp()) {
                topUp(told);
            }
            if (!told.id().isEmpty() && ids.put(told.id(), told) != null) {
                found(Verdict.MISREPORTED, told, "two requests were told the same number");
            }
        }
    }

    private void topUp(Told told) {
        Payment payment = payments.get(told.id());
        if (payment == null) {
            found(Verdict.LOST, told, "no payment has its number");
            return;
        }
        Optional<Charge> charge = Optional.ofNullable(charges.get(payment.key()));
        boolean settled = payment.status().equals(Told.SETTLED);
        if (OPEN.contains(payment.status())) {
            found(Verdict.LEFT_UNKNOWN, told, "it is still " + payment.status());
        } else if (charge.isPresent() && !settled) {
            found(Verdict.REFUSED_BUT_CHARGED, told, "it is " + payment.status() + ", and the processor took money");
        } else if (charge.isEmpty() && settled) {
            found(Verdict.MISREPORTED, told, "it is SETTLED, and the processor took nothing");
        }
        if (charge.isPresent() && REFUSED.contains(told.outcome())) {
            found(Verdict.REFUSED_BUT_CHARGED, told, "the processor took money");
        }
        if (told.outcome().equals(Told.SETTLED) && !settled) {
            found(Verdict.MISREPORTED, told, "it is now " + payment.status());
        }
        if (REFUSED.contains(told.outcome()) && !payment.status().equals(told.outcome())) {
            found(Verdict.MISREPORTED, told, "it is now " + payment.status());
        }
        charge.filter(taken -> taken.amount().compareTo(told.amount()) != 0)
                .ifPresent(taken -> found(Verdict.MISREPORTED, told, "the processor took " + taken.amount()));
    }

    private void account(String person, Account account) {
        List<Line> unexplained = new ArrayList<>(account.statement());
        BigDecimal expected = BigDecimal.ZERO;
        Set<String> ordered = new HashSet<>();
        for (Told told : evidence.told()) {
            if (!told.person().equals(person)) {
                continue;
            }
            if (!told.isAnswered()) {
                expected = expected.add(unanswered(told, account, unexplained, ordered));
                continue;
            }
            boolean moved = told.isTopUp() ? settled(told) : told.outcome().equals(Told.PAID);
            BigDecimal amount = told.isTopUp() ? told.amount() : told.amount().negate();
            if (moved) {
                expected = expected.add(amount);
            }
            lines(told, moved, amount, unexplained);
            if (!told.isTopUp() && moved) {
                ordered.add(told.id());
                order(told, account.orders());
            }
        }
        unexplained.forEach(line -> found(
                Verdict.DOUBLED, "person " + person, line.kind() + " of " + line.amount() + " that nobody asked for"));
        account.orders().stream()
                .filter(order -> !ordered.contains(order.id()))
                .forEach(order -> found(Verdict.DOUBLED, "order " + order.id(), "nobody was told of it"));
        balance(person, account, expected);
    }

    /** Nobody was told what became of it, so it may have moved money, but once. */
    private BigDecimal unanswered(Told told, Account account, List<Line> unexplained, Set<String> ordered) {
        BigDecimal amount = told.isTopUp() ? told.amount() : told.amount().negate();
        boolean moved = unexplained.stream().anyMatch(line -> line.amount().compareTo(amount) == 0);
        lines(told, moved, amount, unexplained);
        if (!told.isTopUp()) {
            account.orders().stream()
                    .filter(order -> order.price().compareTo(told.amount()) == 0)
                    .forEach(order -> ordered.add(order.id()));
        }
        return moved ? amount : BigDecimal.ZERO;
    }

    /** Money moves once where it moved, and never where it did not. */
    private void lines(Told told, boolean moved, BigDecimal amount, List<Line> unexplained) {
        List<Line> own = unexplained.stream()
                .filter(line -> line.amount().compareTo(amount) == 0)
                .toList();
        unexplained.removeAll(own);
        if (moved && own.isEmpty()) {
            found(Verdict.LOST, told, "no line of the statement has it");
        } else if (own.size() > 1) {
            found(Verdict.DOUBLED, told, own.size() + " lines of the statement have it");
        } else if (!moved && !own.isEmpty()) {
            found(
                    told.isTopUp() ? Verdict.MISREPORTED : Verdict.REFUSED_BUT_CHARGED,
                    told,
                    "the statement has it all the same");
        }
    }

    private void order(Told told, List<Order> orders) {
        List<Order> own =
                orders.stream().filter(order -> order.id().equals(told.id())).toList();
        if (own.isEmpty()) {
            found(Verdict.LOST, told, "the order is not shown");
        } else if (own.size() > 1) {
            found(Verdict.DOUBLED, told, "the order is shown " + own.size() + " times");
        } else if (own.get(0).price().compareTo(told.amount()) != 0) {
            found(
                    Verdict.MISREPORTED,
                    told,
                    "the order is shown with a price of " + own.get(0).price());
        }
    }

    private void balance(String person, Account account, BigDecimal expected) {
        BigDecimal running = BigDecimal.ZERO;
        for (Line line : account.statement()) {
            running = running.add(line.amount());
            if (line.balance().compareTo(running) != 0) {
                found(
                        Verdict.LEDGER_INVALID,
                        "person " + person,
                        "a line's balance is not the sum of the lines so far");
                break;
            }
        }
        if (account.available().add(account.held()).compareTo(expected) != 0) {
            found(
                    Verdict.LEDGER_INVALID,
                    "person " + person,
                    "the balance is " + account.available() + ", and what was paid and spent makes " + expected);
        }
    }

    private void reading(Reading reading) {
        if (reading.available().compareTo(reading.least()) < 0
                || reading.available().compareTo(reading.most()) > 0) {
            found(
                    Verdict.MISREPORTED,
                    "person " + reading.person(),
                    "a balance was read as " + reading.available() + " where it was between " + reading.least()
                            + " and " + reading.most());
        }
    }

    private void replay(Replay replay) {
        Told first = replay.first();
        if (replay.status() != first.status()
                || !replay.id().equals(first.id())
                || !replay.outcome().equals(first.outcome())) {
            found(
                    Verdict.MISREPORTED,
                    first,
                    "repeated with its key it was told " + replay.status() + " " + replay.outcome());
        }
    }

    private boolean settled(Told told) {
        return Optional.ofNullable(payments.get(told.id()))
                .filter(payment -> payment.status().equals(Told.SETTLED))
                .isPresent();
    }

    private void found(Verdict verdict, Object subject, String text) {
        findings.add(new Finding(verdict, subject.toString(), text));
    }
}

package com.allleads.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.harness.Evidence.Account;
import com.allleads.itests.harness.Evidence.Charge;
import com.allleads.itests.harness.Evidence.Line;
import com.allleads.itests.harness.Evidence.Order;
import com.allleads.itests.harness.Evidence.Payment;
import com.allleads.itests.harness.Evidence.Reading;
import com.allleads.itests.harness.Evidence.Replay;
import com.allleads.itests.harness.Finding.Verdict;
import com.allleads.itests.harness.Told.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** An auditor who cannot find anything proves nothing: books are made up here, each wrong in one way. */
public class AuditorTest {

    private final List<Told> told = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Replay> replays = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Line> statement = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private BigDecimal available = BigDecimal.ZERO;
    private boolean ledgerValid = true;

    @Test
    public void findsNothingInBooksThatAgree() {
        toppedUp("a", "5.01", "SETTLED");
        toppedUp("b", "2.02", "UNKNOWN");
        refused("c", "1.03", "DECLINED", "DECLINED");
        refused("d", "1.04", "UNKNOWN", "NOT_ATTEMPTED");
        ordered("e", "0.05");
        told(Kind.ORDER, "f", "9000.00", 402, "", Told.INSUFFICIENT);
        readings.add(new Reading("ada", money("6.98"), money("4.96"), money("6.98")));
        replays.add(new Replay(told.get(1), 201, "b", "UNKNOWN"));

        assertThat(audit()).isEmpty();
    }

    @Test
    public void findsATopUpThatTheLedgerLost() {
        toppedUp("a", "5.01", "SETTLED");
        statement.clear();

        assertThat(verdicts()).contains(Verdict.LOST);
    }

    @Test
    public void findsAPaymentOfWhichNobodyKnows() {
        toppedUp("a", "5.01", "SETTLED");
        payments.clear();

        assertThat(verdicts()).contains(Verdict.LOST);
    }

    @Test
    public void findsMoneyTakenForNoPayment() {
        charges.add(new Charge("stray", money("5.01")));

        assertThat(verdicts()).containsExactly(Verdict.LOST);
    }

    @Test
    public void findsARequestThatWasNeverAnswered() {
        told(Kind.TOP_UP, "a", "5.01", 0, "", Told.NOTHING);
        moved("TOP_UP", "5.01");

        assertThat(verdicts()).containsExactly(Verdict.UNANSWERED);
    }

    @Test
    public void findsARequestWithoutAnswerThatMovedMoneyTwice() {
        told(Kind.TOP_UP, "a", "5.01", 0, "", Told.NOTHING);
        moved("TOP_UP", "5.01");
        moved("TOP_UP", "5.01");

        assertThat(verdicts()).contains(Verdict.UNANSWERED, Verdict.DOUBLED);
    }

    @Test
    public void findsAnOrderThatWasLost() {
        toppedUp("a", "5.01", "SETTLED");
        ordered("b", "0.02");
        orders.clear();

        assertThat(verdicts()).containsExactly(Verdict.LOST);
    }

    @Test
    public void findsAChargeTakenTwiceUnderOneKey() {
        toppedUp("a", "5.01", "SETTLED");
        charges.add(charges.get(0));

        assertThat(verdicts()).containsExactly(Verdict.DOUBLED);
    }

    @Test
    public void findsATopUpCreditedTwice() {
        toppedUp("a", "5.01", "SETTLED");
        moved("TOP_UP", "5.01");

        assertThat(verdicts()).contains(Verdict.DOUBLED);
    }

    @Test
    public void findsARepeatedRequestThatMadeASecondPayment() {
        toppedUp("a", "5.01", "SETTLED");
        payments.add(new Payment("second", "key-second", money("5.01"), "SETTLED"));
        charges.add(new Charge("key-second", money("5.01")));
        moved("TOP_UP", "5.01");

        assertThat(verdicts()).contains(Verdict.DOUBLED);
    }

    @Test
    public void findsAnOrderPaidTwice() {
        toppedUp("a", "5.01", "SETTLED");
        ordered("b", "0.02");
        moved("CHARGE", "-0.02");

        assertThat(verdicts()).contains(Verdict.DOUBLED);
    }

    @Test
    public void findsASettledPaymentThatTheProcessorNeverTook() {
        toppedUp("a", "5.01", "SETTLED");
        charges.clear();

        assertThat(verdicts()).containsExactly(Verdict.MISREPORTED);
    }

    @Test
    public void findsAFinalAnswerThatDidNotStaySo() {
        told(Kind.TOP_UP, "a", "5.01", 201, "a", "SETTLED");
        payments.add(new Payment("a", "key-a", money("5.01"), "DECLINED"));

        assertThat(verdicts()).containsExactly(Verdict.MISREPORTED);
    }

    @Test
    public void findsABalanceReadWrong() {
        readings.add(new Reading("ada", money("7.00"), money("5.00"), money("6.00")));

        assertThat(verdicts()).containsExactly(Verdict.MISREPORTED);
    }

    @Test
    public void findsARepetitionThatIsAnsweredOtherwise() {
        toppedUp("a", "5.01", "SETTLED");
        replays.add(new Replay(told.get(0), 201, "a", "UNKNOWN"));

        assertThat(verdicts()).containsExactly(Verdict.MISREPORTED);
    }

    @Test
    public void findsAChargeBehindARefusal() {
        refused("a", "5.01", "DECLINED", "DECLINED");
        charges.add(new Charge("key-a", money("5.01")));

        assertThat(verdicts()).contains(Verdict.REFUSED_BUT_CHARGED);
    }

    @Test
    public void findsAnOrderRefusedAndPaid() {
        toppedUp("a", "5.01", "SETTLED");
        told(Kind.ORDER, "b", "0.02", 402, "", Told.INSUFFICIENT);
        moved("CHARGE", "-0.02");

        assertThat(verdicts()).contains(Verdict.REFUSED_BUT_CHARGED);
    }

    @Test
    public void findsWhatIsLeftUnknown() {
        refused("a", "5.01", "UNKNOWN", "UNKNOWN");

        assertThat(verdicts()).containsExactly(Verdict.LEFT_UNKNOWN);
    }

    @Test
    public void findsALedgerThatDoesNotAddUp() {
        toppedUp("a", "5.01", "SETTLED");
        available = money("5.02");

        assertThat(verdicts()).containsExactly(Verdict.LEDGER_INVALID);
    }

    @Test
    public void findsALedgerThatDoesNotVerify() {
        ledgerValid = false;

        assertThat(verdicts()).containsExactly(Verdict.LEDGER_INVALID);
    }

    private void toppedUp(String id, String amount, String answer) {
        told(Kind.TOP_UP, id, amount, 201, id, answer);
        payments.add(new Payment(id, "key-" + id, money(amount), "SETTLED"));
        charges.add(new Charge("key-" + id, money(amount)));
        moved("TOP_UP", amount);
    }

    private void refused(String id, String amount, String answer, String status) {
        told(Kind.TOP_UP, id, amount, 201, id, answer);
        payments.add(new Payment(id, "key-" + id, money(amount), status));
    }

    private void ordered(String id, String amount) {
        told(Kind.ORDER, id, amount, 201, id, Told.PAID);
        orders.add(new Order(id, money(amount)));
        moved("CHARGE", "-" + amount);
    }

    private void told(Kind kind, String key, String amount, int status, String id, String outcome) {
        told.add(new Told("ada", kind, key, "detail", money(amount), 1, status, id, outcome));
    }

    private void moved(String kind, String amount) {
        available = available.add(money(amount));
        statement.add(new Line(kind, money(amount), available));
    }

    private List<Finding> audit() {
        return Auditor.audit(new Evidence(
                told,
                readings,
                replays,
                charges,
                payments,
                Map.of("ada", new Account(available, BigDecimal.ZERO, statement, orders)),
                ledgerValid,
                statement.size()));
    }

    private List<Verdict> verdicts() {
        return audit().stream().map(Finding::verdict).toList();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}

package com.allleads.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.operator.Operator;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.vault.UseLog.Uses;
import com.allleads.audit.promises.ActsUnaltered;
import com.allleads.audit.promises.LooksRecorded;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public final class AuditTrailTest {

    private static final Caller OLGA = Caller.operator(new Operator("olga", Operator.Role.OPERATOR));

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private Trail trail() {
        return new Trail(store.jdbi(), store.transactions());
    }

    private AuditTrail audit() {
        return new AuditTrail(trail(), new Reasons());
    }

    private List<RecordedAct> recorded() {
        return new RecordedActs(trail(), new Reasons())
                .find(ActFilter.ALL, Paging.of("", ""))
                .items();
    }

    private ActsUnaltered promise() {
        return new ActsUnaltered(new ChainVerification(trail()));
    }

    private static OperatorAct cancel(String order) {
        return OperatorAct.byRest(OLGA, "order-cancel").on("order", order).because("Cannot be delivered");
    }

    @Test
    public void keepsWhoWhatOnWhatWhyAndWhatCameOfIt() {
        String done = audit().perform(cancel("o-1"), () -> "done");

        assertThat(done).isEqualTo("done");
        RecordedAct act = recorded().get(0);
        assertThat(act.operator()).isEqualTo("olga");
        assertThat(act.role()).isEqualTo(Operator.Role.OPERATOR);
        assertThat(act.channel().name()).isEqualTo("REST");
        assertThat(act.action()).isEqualTo("order-cancel");
        assertThat(act.subject())
                .hasValueSatisfying(subject -> assertThat(subject.id()).isEqualTo("o-1"));
        assertThat(act.reason()).contains("Cannot be delivered");
        assertThat(act.state()).isEqualTo(ActState.DONE);
        assertThat(act.endedAt()).isPresent();
    }

    @Test
    public void isWrittenBeforeTheActIsDone() {
        audit().perform(cancel("o-1"), () -> {
            assertThat(recorded()).extracting(RecordedAct::state).containsExactly(ActState.OPEN);
            return "done";
        });
    }

    @Test
    public void keepsWhatWasRefusedAndWhatFailed() {
        assertThatThrownBy(() -> audit().perform(cancel("o-1"), () -> {
                    throw Problem.notFound("An order").exception();
                }))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> audit().perform(cancel("o-2"), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(recorded()).extracting(RecordedAct::state).containsExactly(ActState.FAILED, ActState.REFUSED);
        assertThat(recorded().get(1).problem()).contains("not-found");
    }

    @Test
    public void doesNothingThatCannotBeWrittenDown() {
        store.jdbi().useHandle(handle -> handle.execute("DROP TABLE audit_entry"));

        assertThatThrownBy(() -> audit().perform(cancel("o-1"), () -> {
                    throw new AssertionError("was done");
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(503));
    }

    @Test
    public void isNoPartOfATransactionThatMayRollBack() {
        assertThatThrownBy(() -> store.transactions().required(() -> audit().perform(cancel("o-1"), () -> "done")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void whatCanBeNoIdentifierIsNotKept() {
        audit().perform(cancel("ada@mail.example"), () -> "done");
        audit().perform(OperatorAct.byPage(OLGA, "person").on("person", "Ada"), () -> "done");

        assertThat(recorded()).allSatisfy(act -> assertThat(act.subject()).isEmpty());
    }

    @Test
    public void withoutTheVaultNobodyActsOnAPersonForAReason() {
        OperatorAct act = OperatorAct.byPage(OLGA, "refund")
                .on("person", PersonId.random().toString())
                .because("Called us");

        assertThatThrownBy(() -> audit().perform(act, () -> "done"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().detail().orElseThrow())
                        .contains("bundle:start com.allleads.vault"));
    }

    @Test
    public void findsByWhatIsAskedForAndGoesOnByCursor() {
        for (int i = 0; i < 5; i++) {
            audit().perform(cancel("o-" + i), () -> "done");
        }
        audit().perform(OperatorAct.byConsole("oscar", "processor-drain").on("processor", "sandbox"), () -> "done");
        RecordedActs acts = new RecordedActs(trail(), new Reasons());

        var first = acts.find(ActFilter.read("olga", "order-cancel", "", "REST", "DONE", ""), Paging.of("3", ""));
        var rest = acts.find(
                ActFilter.read("olga", "", "", "", "", ""),
                Paging.of("3", first.next().orElseThrow()));

        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.next()).isEmpty();
        assertThat(acts.find(ActFilter.read("", "", "sandbox", "CONSOLE", "", ""), Paging.of("", ""))
                        .items())
                .hasSize(1);
        assertThat(acts.find(ActFilter.read("", "", "", "", "OPEN", "2026-01-31T00:00:00Z"), Paging.of("", ""))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> ActFilter.read("", "", "", "", "", "yesterday"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void anActThatRestoresAnOlderRecordStandsInItAllTheSame() {
        audit().perform(OperatorAct.byConsole("olga", "restore").on("backup", "b-1"), () -> {
            store.jdbi().useHandle(handle -> {
                handle.execute("DELETE FROM audit_entry");
                handle.execute("UPDATE audit_chain SET entries = 0, head = '" + Link.BEGINNING + "'");
            });
            return "restored";
        });

        assertThat(recorded()).hasSize(1).allSatisfy(act -> {
            assertThat(act.action()).isEqualTo("restore");
            assertThat(act.state()).isEqualTo(ActState.DONE);
        });
        assertThat(promise().count().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void entriesAsTheyWereWrittenKeepThePromise() {
        audit().perform(cancel("o-1"), () -> "done");

        assertThat(promise().count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(promise().count().counts()).containsEntry("entriesOfOperatorsVerified", 2L);
    }

    @Test
    public void anAlteredEntryBreaksThePromise() {
        broken("UPDATE audit_entry SET operator = 'oscar' WHERE number = 1");
    }

    @Test
    public void anEntryTakenAwayBreaksThePromise() {
        broken("DELETE FROM audit_entry WHERE number = 3");
    }

    @Test
    public void aCutEndBreaksThePromise() {
        broken("DELETE FROM audit_entry WHERE number = 4");
    }

    @Test
    public void anEntryWrittenPastTheRecordBreaksThePromise() {
        broken("INSERT INTO audit_entry (number, written_at, sealed, hash) VALUES (5, 1, 0, 'x')");
    }

    private void broken(String statement) {
        audit().perform(cancel("o-1"), () -> "done");
        audit().perform(cancel("o-2"), () -> "done");
        store.jdbi().useHandle(handle -> handle.execute(statement));

        assertThat(promise().count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void aLookPastTheRecordBreaksThePromise() {
        PersonId person = PersonId.random();
        List<Uses> uses = List.of(new Uses(person, Optional.empty(), Instant.now(), 2));
        LooksRecorded looks = new LooksRecorded((purpose, since) -> uses, new Looks(trail()));
        OperatorAct look = OperatorAct.byPage(OLGA, "person").on("person", person.toString());

        audit().perform(look, () -> "looked");
        assertThat(looks.count().state()).isEqualTo(PromiseState.BROKEN);

        audit().perform(look, () -> "looked");
        assertThat(looks.count().state()).isEqualTo(PromiseState.KEPT);
    }
}

package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/**
 * Every act of an operator leaves a record, whether by a command, by REST or by a form. What is listed here is compared with what
 * the platform has: a command, an operation or a form that is new is either entered where it only looks, with the reason, or where
 * it acts, with a call that must leave its record.
 */
public class AuditFacts {

    private static final Pattern COMMAND = Pattern.compile("allleads:[a-z][a-z0-9-]*");
    private static final Pattern MARK = Pattern.compile("name=\"_form\" value=\"([^\"]+)\"");

    /** They change nothing and show nothing about a person but identifiers. */
    private static final Set<String> LOOKING_COMMANDS = Set.of(
            "announcements",
            "audit",
            "backups",
            "collection-points",
            "corrections",
            "glassbox",
            "glassbox-tries",
            "heads",
            "holds",
            "ledger-verify",
            "metrics",
            "operator-sessions",
            "orders",
            "outbox",
            "outside-parties",
            "payments",
            "policy-diff",
            "policy-versions",
            "policy-words",
            "processor-figures",
            "processors",
            "promise",
            "promises",
            "purposes",
            "ready",
            "refunds",
            "requests",
            "retention",
            "services",
            "settings",
            "uses-verify",
            "vault-keys");

    /** They begin or end the operator's own session, or only read and compute. */
    private static final Set<String> LOOKING_FORMS = Set.of(
            "portal/sign-in.ftl#1",
            "portal/sign-out.ftl#1",
            "backup/backups.ftl#2", // asks whether to restore; restore.ftl does it
            "billing/ledger.ftl#1", // verifies
            "vault/verification.ftl#1", // verifies
            "billing/processors.ftl#1", // asks whether to drain; drain.ftl does it
            "glassbox/glass-box.ftl#1", // asks whether to trust; trust.ftl does it
            "glassbox/glass-box.ftl#2", // the same for putting it back
            "policy/policy.ftl#1"); // compares; policy-preview.ftl publishes

    /** It ends the operator's own session. */
    private static final Set<String> LOOKING_OPERATIONS = Set.of("OperatorSessions-end");

    private final Site site = SiteRule.current();
    private final Api operator = site.api().operator();

    @Test
    public void everyCommandThatActsLeavesARecord() {
        Someone someone = withMoney();
        String order = someone.order(Someone.serviceDeliveredLater(site), 1)
                .expect(201)
                .string("id");
        String payment = someone.api()
                .get("/me/top-ups")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("refund", new Act("refund", someone.id() + " 1.00 'A fact'"));
        acts.put("credit-give", new Act("credit-give", someone.id() + " 1.00 'A fact'"));
        acts.put("ledger-undo", new Act("ledger-undo", "999999999999 'A fact'"));
        acts.put("hold-release", new Act("hold-release", "none 'A fact'"));
        acts.put("processor-drain", new Act("processor-drain", "none"));
        acts.put("processor-resume", new Act("processor-resume", "none"));
        acts.put("payment-ask", new Act("payment-ask", payment));
        acts.put("policy-publish", new Act("policy-publish", "--yes 'A fact'"));
        acts.put("announce", new Act("announce", "'A fact'"));
        acts.put("outbox-retry", new Act("outbox-retry", "999999999999"));
        acts.put("glassbox-trust", new Act("glassbox-trust", "none 'A fact'"));
        acts.put("person", new Act("person", "--reason 'A fact' " + someone.email()));
        acts.put("correction-told", new Act("correction-told", "999999999999"));
        acts.put("order-deliver", new Act("order-deliver", order + " 1"));
        acts.put("order-cancel", new Act("order-cancel", order + " 'A fact'"));
        acts.put("service-set", new Act("service-set", "'A fact' 'A fact' 1.00"));
        acts.put("service-withdraw", new Act("service-withdraw", "none"));
        acts.put("vault-rotate", new Act("vault-rotate", "'A fact'"));
        acts.put("retention-sweep", new Act("retention-sweep", ""));
        acts.put("heads-renew", new Act("heads-renew", "'A fact'"));
        acts.put("backup", new Act("backup", ""));
        acts.put("backup-verify", new Act("backup-verify", "none"));
        acts.put("restore", new Act("restore", "--yes none 'A fact'"));

        assertThat(union(LOOKING_COMMANDS, acts.keySet()))
                .as("every command either looks or acts; a new one is to be entered here")
                .containsAll(commands());
        Map<String, String> silent = new LinkedHashMap<>();
        acts.forEach((command, act) -> {
            long before = latest("CONSOLE", act.action());
            String printed = site.console().run("allleads:" + command + " " + act.call());
            if (latest("CONSOLE", act.action()) <= before) {
                silent.put(command, printed);
            }
        });
        assertThat(silent)
                .as("commands that left no record, and what they said")
                .isEmpty();
        isWhole();
    }

    @Test
    public void everyOperationThatActsLeavesARecord() {
        Someone someone = withMoney();
        String order = someone.order(Someone.serviceDeliveredLater(site), 1)
                .expect(201)
                .string("id");
        Map<String, Object> money = Map.of("person", someone.id(), "amount", Someone.usd("1.00"), "reason", "A fact");
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("Refunds-make", new Call("refund", "/refunds", money));
        calls.put("PromotionalCredits-give", new Call("credit-give", "/promotional-credits", money));
        calls.put("Processors-drain", new Call("processor-drain", "/processors/none/drain", Map.of()));
        calls.put(
                "Corrections-undo",
                new Call("ledger-undo", "/corrections", Map.of("transaction", "999999999999", "reason", "A fact")));
        calls.put(
                "EverybodysHolds-release", new Call("hold-release", "/holds/none/release", Map.of("reason", "A fact")));
        calls.put(
                "EverybodysOrders-deliver",
                new Call("order-deliver", "/orders/" + order + "/delivery", Map.of("quantity", 1)));
        calls.put(
                "EverybodysOrders-cancel",
                new Call("order-cancel", "/orders/" + order + "/cancellation", Map.of("reason", "A fact")));
        calls.put("Backups-make", new Call("backup", "/backups", Map.of()));
        calls.put(
                "People-search",
                new Call("person", "/people/search", Map.of("email", someone.email(), "reason", "A fact")));

        assertThat(union(LOOKING_OPERATIONS, calls.keySet()))
                .as("every operation of operators that is no GET either looks or acts; a new one is to be entered here")
                .containsAll(OpenApiDocument.of(site).operations().stream()
                        .filter(operation -> operation.isFor("operator")
                                && !operation.method().equals("GET"))
                        .map(OpenApiDocument.Operation::name)
                        .toList());
        Map<String, Answer> silent = new LinkedHashMap<>();
        calls.forEach((name, call) -> {
            long before = latest("REST", call.action());
            Answer answer = operator.with("Idempotency-Key", UUID.randomUUID().toString())
                    .post(call.path(), call.body());
            if (latest("REST", call.action()) <= before) {
                silent.put(name, answer);
            }
        });
        assertThat(silent)
                .as("operations that left no record, and their answers")
                .isEmpty();
        isWhole();
    }

    @Test
    public void everyFormThatActsLeavesARecord() {
        Someone someone = withMoney();
        String order = someone.order(Someone.serviceDeliveredLater(site), 1)
                .expect(201)
                .string("id");
        String payment = someone.api()
                .get("/me/top-ups")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        String boxed = boxed();
        String money = "person=" + someone.id() + "&amount=1.00&reason=A+fact&key=";
        Map<String, Submission> forms = new LinkedHashMap<>();
        forms.put("billing/refunds.ftl#1", new Submission("refund", "/operator/refunds", money + UUID.randomUUID()));
        forms.put(
                "billing/credits.ftl#1",
                new Submission("credit-give", "/operator/promotional-credits", money + UUID.randomUUID()));
        forms.put(
                "billing/corrections.ftl#1",
                new Submission("ledger-undo", "/operator/corrections", "transaction=999999999999&reason=A+fact"));
        forms.put("billing/holds.ftl#1", new Submission("hold-release", "/operator/holds", "key=none&reason=A+fact"));
        forms.put(
                "billing/drain.ftl#1",
                new Submission("processor-drain", "/operator/processors", "drain=none&confirmed=yes"));
        forms.put(
                "billing/processors.ftl#2", new Submission("processor-resume", "/operator/processors", "resume=none"));
        forms.put("billing/payment.ftl#1", new Submission("payment-ask", "/operator/payment", "id=" + payment));
        forms.put(
                "catalog/order.ftl#1",
                new Submission("order-deliver", "/operator/order", "do=deliver&quantity=1&id=" + order));
        forms.put(
                "catalog/order.ftl#2",
                new Submission("order-cancel", "/operator/order", "do=cancel&reason=A+fact&id=" + order));
        forms.put("catalog/services.ftl#1", new Submission("service-withdraw", "/operator/services", "withdraw=none"));
        forms.put(
                "catalog/services.ftl#2",
                new Submission("service-set", "/operator/services", "id=A+fact&name=A+fact&price=1.00"));
        forms.put(
                "notification/announcements.ftl#1",
                new Submission("announce", "/operator/announcements", "reason=A+fact"));
        forms.put("notification/outbox.ftl#1", new Submission("outbox-retry", "/operator/outbox", "message=all"));
        forms.put(
                "notification/outbox.ftl#2",
                new Submission("outbox-retry", "/operator/outbox", "message=999999999999"));
        forms.put(
                "glassbox/trust.ftl#1",
                new Submission(
                        "glassbox-withdraw",
                        "/operator/glass-box",
                        "withdraw=" + boxed + "&confirmed=yes&reason=A+fact"));
        forms.put(
                "policy/policy-preview.ftl#1",
                new Submission("policy-publish", "/operator/policy", "publish=yes&reason=A+fact"));
        forms.put(
                "registration/people.ftl#1",
                new Submission("person-find", "/operator/people", "email=nobody%40mail.example"));
        forms.put(
                "registration/person.ftl#1",
                new Submission("person", "/operator/people/person", "reason=A+fact&id=" + someone.id()));
        forms.put("vault/keys.ftl#1", new Submission("vault-rotate", "/operator/vault-keys", "reason=A+fact"));
        forms.put("backup/backups.ftl#1", new Submission("backup-verify", "/operator/backups", "verify=none"));
        forms.put("backup/backups.ftl#3", new Submission("backup", "/operator/backups", ""));
        forms.put(
                "backup/restore.ftl#1",
                new Submission("restore", "/operator/backups", "restore=none&confirmed=yes&reason=A+fact"));
        forms.put("vault/retention.ftl#1", new Submission("retention-sweep", "/operator/retention", ""));
        forms.put("policy/heads.ftl#1", new Submission("heads", "/operator/heads", ""));
        forms.put("policy/heads.ftl#2", new Submission("heads-renew", "/operator/heads", "renew=yes&reason=A+fact"));
        forms.put("vault/rights.ftl#1", new Submission("correction-told", "/operator/requests", "notice=999999999999"));

        assertThat(union(LOOKING_FORMS, forms.keySet()))
                .as("every form of operators either looks or acts; a new one is to be entered here")
                .containsAll(OperatorForms.all(Site.root()));
        Api signedIn = signedIn();
        String mark = mark(signedIn);
        Map<String, Integer> silent = new LinkedHashMap<>();
        forms.forEach((name, form) -> {
            long before = latest("PAGE", form.action());
            Answer answer = signedIn.form(form.path(), "_form=" + mark + "&" + form.fields());
            if (latest("PAGE", form.action()) <= before) {
                silent.put(name, answer.status());
            }
        });
        assertThat(silent)
                .as("forms that left no record, and with which status")
                .isEmpty();
        isWhole();
    }

    @Test
    public void keepsWhoWhatWhyAndWhatCameOfItAndNothingOfThePersonInClear() {
        Someone someone = withMoney();
        operator.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/promotional-credits",
                        Map.of("person", someone.id(), "amount", Someone.usd("1.00"), "reason", "For their patience"))
                .expect(201);

        JsonNode act = operator.get("/operator-acts?limit=1&subject=" + someone.id())
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(act.path("operator").asText()).isEqualTo("operator");
        assertThat(act.path("role").asText()).isEqualTo("OPERATOR");
        assertThat(act.path("channel").asText()).isEqualTo("REST");
        assertThat(act.path("action").asText()).isEqualTo("credit-give");
        assertThat(act.path("reason").asText()).isEqualTo("For their patience");
        assertThat(act.path("state").asText()).isEqualTo("DONE");
        assertThat(someone.api()
                        .get("/me/data")
                        .expect(200)
                        .json()
                        .at("/audit/operatorActs/0/action")
                        .asText())
                .isEqualTo("credit-give");

        someone.api().post("/me/erasure", Map.of("password", Someone.PASSWORD)).expect(200);
        assertThat(operator.get("/operator-acts?limit=1&subject=" + someone.id())
                        .expect(200)
                        .text())
                .contains("credit-give")
                .doesNotContain("For their patience");
        isWhole();
    }

    @Test
    public void readsOnByCursorAndOnlyForOperators() {
        JsonNode first = operator.get("/operator-acts?limit=1").expect(200).json();
        JsonNode second = operator.get(
                        "/operator-acts?limit=1&cursor=" + first.path("next").asText())
                .expect(200)
                .json();

        assertThat(second.at("/items/0/number").asLong())
                .isLessThan(first.at("/items/0/number").asLong());
        operator.get("/operator-acts?state=NONE").expect(422);
        operator.get("/operator-acts?cursor=none").expect(422);
        site.api().get("/operator-acts").expect(401);
        assertThat(site.console().json("allleads:audit --verify").toString()).contains("\"valid\":true");
        assertThat(site.console().json("allleads:audit --limit 2")).hasSize(2);
    }

    private Someone withMoney() {
        Someone someone = Someone.signedIn(site);
        someone.topUp(someone.addCard("sandbox", "tok_visa"), "100.00").expect(201);
        return someone;
    }

    private void isWhole() {
        assertThat(operator.get("/operator-acts/verification")
                        .expect(200)
                        .json()
                        .path("valid")
                        .booleanValue())
                .isTrue();
    }

    /** The number of the latest record of an action. */
    private long latest(String channel, String action) {
        return operator.get("/operator-acts?limit=1&channel=" + channel + "&action=" + action)
                .expect(200)
                .json()
                .at("/items/0/number")
                .asLong();
    }

    private Set<String> commands() {
        return COMMAND.matcher(site.console().run("*:help"))
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring("allleads:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The number of a bundle in the glass box. */
    private String boxed() {
        for (JsonNode bundle : site.console().json("allleads:glassbox")) {
            if (bundle.path("standing").asText().equals("BOXED")) {
                return bundle.path("id").asText();
            }
        }
        throw new AssertionError("no bundle stands in the glass box");
    }

    private Api signedIn() {
        String token = site.api()
                .post("/operator-sessions", Map.of("name", "operator", "password", Site.OPERATOR_PASSWORD))
                .expect(201)
                .string("token");
        return site.api().with("Cookie", "allleads-operator=" + token);
    }

    /** By which the site knows its own forms. */
    private static String mark(Api signedIn) {
        Matcher mark = MARK.matcher(signedIn.page("/operator/refunds").text());
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private static List<String> union(Set<String> some, Set<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What a command is called with, and as what it is recorded. */
    private record Act(String action, String call) {}

    private record Call(String action, String path, Map<String, Object> body) {}

    private record Submission(String action, String path, String fields) {}
}

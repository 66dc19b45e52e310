package com.allleads.payment.stripe.testing;

import com.allleads.payment.tck.Movement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the company behind the double knows: its objects, the money that moved, the events that it sends. */
public final class DoubleBooks {

    /** The search index is behind. */
    static final Duration SEARCH_LAG = Duration.ofMillis(700);

    static final Duration PENDING = Duration.ofMillis(400);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, ObjectNode> sessions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> methods = new LinkedHashMap<>();
    private final Map<String, DoubleCard> cards = new LinkedHashMap<>();
    private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
    private final Map<String, Long> madeAt = new LinkedHashMap<>();
    private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
    private final Map<String, ObjectNode> disputes = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private Consumer<JsonNode> events = event -> {};

    /** Who is told of events. */
    synchronized void onEvent(Consumer<JsonNode> receiver) {
        events = receiver;
    }

    synchronized List<Movement> movements() {
        settleWhatIsDue();
        return List.copyOf(movements);
    }

    /** A card that somebody added before; the platform's token of it. */
    public synchronized String added(DoubleCard card) {
        String customer = id("cus");
        return customer + "/" + method(card, customer);
    }

    /** How a card behaves. */
    synchronized Optional<DoubleCard> cardOf(String method) {
        return Optional.ofNullable(cards.get(method));
    }

    /** The card's owner has it taken off. */
    public synchronized void detach(String method) {
        methods.get(method).putNull("customer");
    }

    private String method(DoubleCard card, String customer) {
        ObjectNode method = object("pm", "payment_method");
        method.put("type", "card").put("customer", customer);
        method.putObject("card").put("brand", "visa").put("last4", card.last4());
        String id = method.path("id").asText();
        methods.put(id, method);
        cards.put(id, card);
        return id;
    }

    /** Somebody else's payment at Stripe. */
    public synchronized void payElsewhere(String token) {
        String[] parts = token.split("/");
        makeIntent(new DoubleRequest(
                "POST",
                "/v1/payment_intents",
                Map.of(
                        "amount", "700",
                        "currency", "usd",
                        "customer", parts[0],
                        "payment_method", parts[1],
                        "confirm", "true"),
                Optional.empty(),
                "",
                ""));
    }

    // --- pages ---

    synchronized DoubleAnswer beginSession(DoubleRequest request, String address) {
        if (!request.parameter("mode").equals("setup")
                || !request.parameter("customer_creation").equals("always")
                || request.parameter("currency").isEmpty()
                || request.parameter("success_url").isEmpty()) {
            return DoubleAnswer.invalid("parameter_missing");
        }
        ObjectNode session = object("cs_test", "checkout.session");
        String id = session.path("id").asText();
        session.put("mode", "setup").put("status", "open").put("url", address + "/c/pay/" + id + "#fid" + id);
        session.put("success_url", request.parameter("success_url"));
        session.put("cancel_url", request.parameter("cancel_url"));
        session.putNull("customer");
        session.putObject("setup_intent")
                .put("id", id("seti"))
                .put("object", "setup_intent")
                .put("status", "requires_payment_method");
        sessions.put(id, session);
        return DoubleAnswer.ok(session.deepCopy());
    }

    synchronized Optional<ObjectNode> session(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** The person is through: the customer is made, and the card is theirs. */
    synchronized void complete(String session, DoubleCard card) {
        ObjectNode found = sessions.get(session);
        String customer = id("cus");
        found.put("status", "complete").put("customer", customer);
        ((ObjectNode) found.path("setup_intent"))
                .put("status", "succeeded")
                .put("payment_method", method(card, customer));
        found.putNull("url");
    }

    /** Nobody finished it in time. */
    public synchronized void expire(String session) {
        sessions.get(session).put("status", "expired");
    }

    synchronized DoubleAnswer method(String id) {
        return Optional.ofNullable(methods.get(id))
                .<DoubleAnswer>map(DoubleAnswer::ok)
                .orElseGet(DoubleAnswer::missing);
    }

    // --- payments ---

    /** A payment, of the site or of anybody. */
    synchronized DoubleAnswer makeIntent(DoubleRequest request) {
        long amount = Long.parseLong(request.parameter("amount"));
        if (amount < 50) {
            return DoubleAnswer.invalid("amount_too_small");
        }
        boolean confirm = request.parameter("confirm").equals("true");
        ObjectNode method = methods.get(request.parameter("payment_method"));
        if (confirm && (method == null || !method.path("customer").asText().equals(request.parameter("customer")))) {
            return DoubleAnswer.invalid("resource_missing");
        }
        ObjectNode intent = object("pi", "payment_intent");
        String id = intent.path("id").asText();
        intent.put("amount", amount).put("currency", request.parameter("currency"));
        intent.put("customer", request.parameter("customer"));
        ObjectNode metadata = intent.putObject("metadata");
        request.metadata().forEach(metadata::put);
        intent.put("status", "requires_payment_method")
                .putNull("last_payment_error")
                .putNull("latest_charge");
        intents.put(id, intent);
        madeAt.put(id, System.nanoTime());
        return confirm
                ? confirm(intent, cards.get(request.parameter("payment_method")))
                : DoubleAnswer.ok(intent.deepCopy());
    }

    private DoubleAnswer confirm(ObjectNode intent, DoubleCard card) {
        return switch (card) {
            case DECLINED -> decline(intent, "card_declined", "generic_decline");
            case INSUFFICIENT -> decline(intent, "card_declined", "insufficient_funds");
            case CONFIRMED_ALWAYS -> decline(intent, "authentication_required", "authentication_required");
            case PENDING -> {
                intent.put("status", "processing");
                tell("payment_intent.processing", intent);
                yield DoubleAnswer.ok(intent.deepCopy());
            }
            default -> {
                settle(intent);
                if (card == DoubleCard.DISPUTED) {
                    dispute(intent.path("id").asText(), intent.path("amount").asLong(), "needs_response");
                }
                yield DoubleAnswer.ok(intent.deepCopy());
            }
        };
    }

    private DoubleAnswer decline(ObjectNode intent, String code, String declineCode) {
        ObjectNode root = DoubleAnswer.error("card_error", code);
        ObjectNode error = (ObjectNode) root.path("error");
        error.put("decline_code", declineCode);
        intent.set("last_payment_error", error.deepCopy());
        error.set("payment_intent", intent.deepCopy());
        tell("payment_intent.payment_failed", intent);
        return new DoubleAnswer(402, root, true);
    }

    private void settle(ObjectNode intent) {
        intent.put("status", "succeeded");
        intent.putObject("latest_charge")
                .put("id", id("ch"))
                .put("object", "charge")
                .put("disputed", false);
        movements.add(
                Movement.taken(key(intent), money(intent, intent.path("amount").asLong())));
        tell("payment_intent.succeeded", intent);
    }

    /** What is being worked on settles after a while. */
    synchronized void settleWhatIsDue() {
        intents.values().stream()
                .filter(intent -> intent.path("status").asText().equals("processing"))
                .filter(intent -> age(intent).compareTo(PENDING) > 0)
                .toList()
                .forEach(this::settle);
    }

    private Duration age(ObjectNode intent) {
        return Duration.ofNanos(System.nanoTime() - madeAt.get(intent.path("id").asText()));
    }

    synchronized DoubleAnswer cancelIntent(String id) {
        ObjectNode intent = intents.get(id);
        if (intent == null) {
            return DoubleAnswer.missing();
        }
        if (!intent.path("status").asText().startsWith("requires_")) {
            return DoubleAnswer.impossible("payment_intent_unexpected_state");
        }
        intent.put("status", "canceled");
        tell("payment_intent.canceled", intent);
        return DoubleAnswer.ok(intent.deepCopy());
    }

    /** An intent is brought into a state in which it waits for the person. */
    public synchronized void waitForThePerson(String key) {
        intents.values().stream()
                .filter(intent -> key(intent).equals(key))
                .forEach(intent -> intent.put("status", "requires_action"));
    }

    synchronized DoubleAnswer intent(String id) {
        settleWhatIsDue();
        return Optional.ofNullable(intents.get(id))
                .map(found -> DoubleAnswer.ok(found.deepCopy()))
                .orElseGet(DoubleAnswer::missing);
    }

    /** The statuses of all intents with a key. */
    public synchronized List<String> statuses(String key) {
        return intents.values().stream()
                .filter(intent -> key(intent).equals(key))
                .map(intent -> intent.path("status").asText())
                .toList();
    }

    /** As in {@code metadata['allleads_key']:'...'}; the newest are not there yet. */
    synchronized DoubleAnswer search(String query) {
        String wanted = query.replaceAll("^metadata\\['allleads_key'\\]:'([A-Za-z0-9-]+)'$", "$1");
        if (wanted.equals(query)) {
            return DoubleAnswer.invalid("search_query_invalid");
        }
        return list(intent -> key(intent).equals(wanted) && age(intent).compareTo(SEARCH_LAG) > 0, 100, "");
    }

    synchronized DoubleAnswer intents(DoubleRequest request) {
        settleWhatIsDue();
        long since =
                request.parameter("created[gte]").isEmpty() ? 0 : Long.parseLong(request.parameter("created[gte]"));
        String customer = request.parameter("customer");
        return list(
                intent -> intent.path("created").asLong() >= since
                        && (customer.isEmpty()
                                || intent.path("customer").asText().equals(customer)),
                Integer.parseInt(request.parameter("limit")),
                request.parameter("starting_after"));
    }

    private DoubleAnswer list(Predicate<ObjectNode> filter, int limit, String after) {
        List<ObjectNode> newestFirst =
                new ArrayList<>(intents.values().stream().filter(filter).toList());
        Collections.reverse(newestFirst);
        int from = 0;
        for (int i = 0; i < newestFirst.size(); i++) {
            if (newestFirst.get(i).path("id").asText().equals(after)) {
                from = i + 1;
            }
        }
        ObjectNode list = JSON.objectNode().put("object", "list");
        ArrayNode data = list.putArray("data");
        newestFirst.stream().skip(from).limit(limit).forEach(each -> data.add(each.deepCopy()));
        list.put("has_more", newestFirst.size() > from + limit);
        return DoubleAnswer.ok(list);
    }

    // --- money that goes back ---

    synchronized DoubleAnswer refund(DoubleRequest request) {
        ObjectNode intent = intents.get(request.parameter("payment_intent"));
        long amount = Long.parseLong(request.parameter("amount"));
        if (intent == null) {
            return DoubleAnswer.missing();
        }
        long left = intent.path("amount").asLong()
                - of(refunds, intent.path("id").asText()).stream()
                        .mapToLong(refund -> refund.path("amount").asLong())
                        .sum();
        if (!intent.path("status").asText().equals("succeeded") || amount > left) {
            return DoubleAnswer.impossible("charge_already_refunded");
        }
        ObjectNode refund = object("re", "refund");
        refund.put("amount", amount)
                .put("payment_intent", intent.path("id").asText())
                .put("status", "succeeded");
        ObjectNode metadata = refund.putObject("metadata");
        request.metadata().forEach(metadata::put);
        refunds.put(refund.path("id").asText(), refund);
        movements.add(Movement.givenBack(key(intent), money(intent, amount)));
        return DoubleAnswer.ok(refund.deepCopy());
    }

    synchronized DoubleAnswer refunds(String intent) {
        return listOf(of(refunds, intent));
    }

    /** The card's bank takes money back. */
    public synchronized void dispute(String intent, long amount, String status) {
        ObjectNode dispute = object("dp", "dispute");
        dispute.put("amount", amount).put("payment_intent", intent).put("status", status);
        disputes.put(dispute.path("id").asText(), dispute);
        ((ObjectNode) intents.get(intent).path("latest_charge")).put("disputed", true);
        tell("charge.dispute.created", dispute);
        if (!status.startsWith("warning_")) {
            tell("charge.dispute.funds_withdrawn", dispute);
        }
    }

    /** The only intent with a key. */
    public synchronized String intentOf(String key) {
        return intents.values().stream()
                .filter(intent -> key(intent).equals(key))
                .map(intent -> intent.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    synchronized DoubleAnswer disputes(String intent) {
        return listOf(of(disputes, intent));
    }

    private static List<ObjectNode> of(Map<String, ObjectNode> all, String intent) {
        return all.values().stream()
                .filter(each -> each.path("payment_intent").asText().equals(intent))
                .toList();
    }

    private static DoubleAnswer listOf(List<ObjectNode> found) {
        ObjectNode list = JSON.objectNode().put("object", "list").put("has_more", false);
        ArrayNode data = list.putArray("data");
        found.forEach(each -> data.add(each.deepCopy()));
        return DoubleAnswer.ok(list);
    }

    // --- all of them ---

    private void tell(String type, ObjectNode about) {
        ObjectNode event = object("evt", "event").put("type", type);
        event.putObject("data").set("object", about.deepCopy());
        events.accept(event);
    }

    private ObjectNode object(String prefix, String kind) {
        return JSON.objectNode()
                .put("id", id(prefix))
                .put("object", kind)
                .put("created", System.currentTimeMillis() / 1000);
    }

    private String id(String prefix) {
        return "%s_%08d%s".formatted(prefix, numbers.incrementAndGet(), "double");
    }

    private static String key(JsonNode intent) {
        return intent.path("metadata").path("allleads_key").asText();
    }

    private static Money money(JsonNode intent, long amount) {
        return Money.ofMinor(CurrencyUnit.of(intent.path("currency").asText().toUpperCase(Locale.ROOT)), amount);
    }
}

package com.allleads.itests.harness;

import com.allleads.itests.harness.Evidence.Account;
import com.allleads.itests.harness.Evidence.Charge;
import com.allleads.itests.harness.Evidence.Line;
import com.allleads.itests.harness.Evidence.Order;
import com.allleads.itests.harness.Evidence.Payment;
import com.allleads.itests.harness.Evidence.Reading;
import com.allleads.itests.harness.Evidence.Replay;
import com.allleads.itests.outside.Api;
import com.allleads.itests.outside.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects what an auditor needs: by REST, and out of the processor's file. */
final class Books {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;

    Books(Site site) {
        this.site = site;
    }

    /** What clients wrote down, with what the books say now. */
    Evidence collect(List<Client> clients, List<Replay> replays) {
        List<Told> told = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        Map<String, Api> people = new LinkedHashMap<>();
        for (Client client : clients) {
            told.addAll(client.told());
            readings.addAll(client.readings());
            people.put(client.id(), client.api());
        }
        return collect(told, readings, replays, people);
    }

    /** The same of people by their numbers, each signed in. */
    Evidence collect(List<Told> told, List<Reading> readings, List<Replay> replays, Map<String, Api> people) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        people.forEach((person, api) -> accounts.put(person, account(api)));
        JsonNode ledger =
                site.api().operator().get("/ledger/verification").expect(200).json();
        return new Evidence(
                told,
                readings,
                replays,
                charges(),
                payments(),
                accounts,
                ledger.path("valid").asBoolean(),
                ledger.path("entries").asLong());
    }

    /** Whether any payment has a status now. */
    boolean anyPayment(String status) {
        return site.api()
                .operator()
                .get("/payments?limit=1&status=" + status)
                .expect(200)
                .json()
                .path("items")
                .elements()
                .hasNext();
    }

    /** A last line that a crash tore was never answered, and is no charge. */
    private List<Charge> charges() {
        Path file = site.home().resolve("sandbox/charges.jsonl");
        List<Charge> charges = new ArrayList<>();
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                JsonNode charge = JSON.readTree(line);
                charges.add(new Charge(
                        charge.path("key").asText(),
                        new BigDecimal(charge.path("amount").asText())));
            }
            return charges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Payment> payments() {
        return pages(
                site.api().operator(),
                "/payments",
                item -> new Payment(
                        item.path("id").asText(),
                        item.path("key").asText(),
                        money(item.path("amount")),
                        item.path("status").asText()));
    }

    private static Account account(Api api) {
        JsonNode balance = api.get("/me/balance").expect(200).json();
        return new Account(
                money(balance.path("available")),
                money(balance.path("held")),
                pages(
                        api,
                        "/me/statement",
                        item -> new Line(
                                item.path("kind").asText(), money(item.path("amount")), money(item.path("balance")))),
                pages(api, "/me/orders", item -> new Order(item.path("id").asText(), money(item.path("price")))));
    }

    private static BigDecimal money(JsonNode money) {
        return new BigDecimal(money.path("amount").asText());
    }

    private static <T> List<T> pages(Api api, String path, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = api.get(path + (next.isEmpty() ? "" : "?cursor=" + next))
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> items.add(read.apply(item)));
            next = page.path("next").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        return items;
    }
}

package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Of somebody who uses everything that the site has, nothing is found in clear on its disk. */
public class CanaryFacts {

    private static final int LENGTH = 20;
    private static final int POSTAL_CODE = 12;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Site site = SiteRule.current();

    @Test
    public void findsNothingOfAPersonInClearInDatabaseBackupsLogsAndSettings() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : List.of("name", "street", "city", "region", "postalCode", "newName", "newStreet")) {
            values.put(field, word());
        }
        values.put("email", word() + "@mail.example");
        values.put("phone", digits());
        values.put("password", word());

        useEverything(values);
        // Other facts begin backups without waiting for their end.
        String backups = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> site.console().run("allleads:backup --json"), told -> !told.contains("is under way"));
        assertThat(backups).contains("VERIFIED");

        CanaryScan scan = new CanaryScan();
        values.put("postalCode", values.get("postalCode").substring(0, POSTAL_CODE));
        values.forEach(scan::value);
        assertThat(scan.findings(
                        site.home(),
                        file -> file.startsWith(site.home().resolve("mail"))
                                || file.toString().endsWith(".jar")))
                .isEmpty();
        if (Postgres.running().isPresent()) {
            Postgres server = Postgres.running().get();
            server.checkpoint();
            assertThat(scan.findings(server.folder(), file -> false)).isEmpty();
        }
    }

    @Test
    public void findsAValueInEachFormInWhichItMayHide() throws IOException {
        String value = word();
        CanaryScan scan = new CanaryScan().value("value", value);
        Path file = folder.newFile().toPath();

        for (byte[] hidden : List.of(
                ("before " + value + " after").getBytes(StandardCharsets.UTF_8),
                ("before " + value).getBytes(StandardCharsets.UTF_16BE),
                ("before " + value).getBytes(StandardCharsets.UTF_16LE),
                base64("" + value + " after"),
                base64("1" + value + " after"),
                base64("12" + value + " after"),
                base64("123" + value + " after"),
                hex(value))) {
            Files.write(file, hidden);
            assertThat(scan.findings(folder.getRoot().toPath(), any -> false)).isNotEmpty();
        }
        Files.writeString(file, "nothing of it");
        assertThat(scan.findings(folder.getRoot().toPath(), any -> false)).isEmpty();
    }

    private void useEverything(Map<String, String> values) {
        String email = values.get("email");
        Map<String, Object> form = Someone.registration(site, email);
        form.put("name", values.get("name"));
        form.put("password", values.get("password"));
        form.put("phone", "+1" + values.get("phone"));
        form.put("address", address(values, values.get("street")));
        form.put("billingAddress", address(values, values.get("street")));
        String id = site.api().post("/registrations", form).expect(201).string("id");
        site.api()
                .post(
                        "/registrations/" + id + "/verification",
                        Map.of("pin", site.mail().pinFor(email)))
                .expect(200);
        String token = site.api()
                .post("/sessions", Map.of("email", email, "password", values.get("password"), "remember", true))
                .expect(201)
                .string("token");
        Api me = site.api().bearer(token);
        me.patch("/me", Map.of("name", values.get("newName"), "address", address(values, values.get("newStreet"))))
                .expect(200);
        pay(me);
        for (JsonNode choice : me.get("/me/choices").expect(200).json().path("items")) {
            me.get("/me/receipts/" + choice.path("receipt").asText());
        }
        for (String part : List.of("data", "uses", "statement", "balance", "choices")) {
            me.get("/me/" + part).expect(200);
        }
        site.api()
                .post(
                        "/sessions",
                        Map.of("email", email, "password", "not " + values.get("password"), "remember", false));
        site.api().operator().post("/people/search", Map.of("email", email));
        site.console().run("allleads:person " + email);
    }

    private void pay(Api me) {
        String card = me.post("/me/cards", Map.of("processor", "sandbox", "token", "tok_visa"))
                .expect(201)
                .string("id");
        me.with("Idempotency-Key", word())
                .post("/me/top-ups", Map.of("card", card, "amount", Someone.usd("20.00")))
                .expect(201);
        String service =
                site.api().get("/services").expect(200).json().at("/items/0/id").asText();
        me.with("Idempotency-Key", word())
                .post("/me/orders", Map.of("service", service, "quantity", 1))
                .expect(201);
    }

    private static Map<String, String> address(Map<String, String> values, String street) {
        return Map.of(
                "street", street,
                "city", values.get("city"),
                "region", values.get("region"),
                "postalCode", values.get("postalCode").substring(0, POSTAL_CODE),
                "country", "US");
    }

    private static String word() {
        return letters("abcdefghijklmnopqrstuvwxyz");
    }

    private static String digits() {
        return letters("23456789").substring(0, 10);
    }

    private static String letters(String alphabet) {
        return ThreadLocalRandom.current()
                .ints(LENGTH, 0, alphabet.length())
                .mapToObj(place -> alphabet.substring(place, place + 1))
                .collect(Collectors.joining());
    }

    private static byte[] base64(String text) {
        return Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
    }
}

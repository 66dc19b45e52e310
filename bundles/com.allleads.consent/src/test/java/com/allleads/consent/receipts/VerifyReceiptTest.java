package com.allleads.consent.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.secret.SecretFile;
import com.allleads.consent.ConsentHouse;
import com.allleads.store.testing.StoreRule;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The tool that people verify receipts with, started as they start it, on receipts as the site gives them. */
public final class VerifyReceiptTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final PersonId person = PersonId.random();
    private SiteSigner signer;
    private ConsentHouse house;

    @Before
    public void house() {
        signer = signer("site.pem");
        house = new ConsentHouse(
                STORE,
                signer,
                Map.of(
                        "controller_address",
                        "1 Main Street, Springfield",
                        "controller_contact",
                        "privacy@site.example"));
    }

    @Test
    public void saysInWordsWhatWasAgreed() {
        Run run = verify(receipt(true).jws());

        assertThat(run.errors()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.told())
                .contains(
                        "the person " + person + " said YES to \"news\"",
                        ConsentHouse.NEWS.text(),
                        "The Site",
                        "1 Main Street, Springfield; privacy@site.example",
                        "Legal basis:        Consent",
                        "ConsentGiven",
                        "/account/choices");
    }

    @Test
    public void readsTheAnswerOfTheSiteToo() throws IOException {
        Signed receipt = receipt(false);

        Run run = verify(JSON.writeValueAsString(Map.of("receipt", receipt.statement(), "jws", receipt.jws())));

        assertThat(run.code()).isZero();
        assertThat(run.told()).contains("said NO to");
    }

    @Test
    public void refusesAReceiptThatWasAltered() throws IOException {
        String[] parts = receipt(false).jws().split("\\.");
        Map<String, Object> statement = read(parts[1]);
        statement.put("granted", true);

        Run run = verify(parts[0] + "." + base64(JSON.writeValueAsBytes(statement)) + "." + parts[2]);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.errors()).contains("REFUSED", "was altered");
        assertThat(run.told()).doesNotContain("YES");
    }

    @Test
    public void refusesASignatureThatWasCut() {
        String jws = receipt(true).jws();

        assertThat(verify(jws.substring(0, jws.length() - 8)).errors()).contains("was altered");
        assertThat(verify(jws.substring(0, jws.lastIndexOf('.'))).errors()).contains("three parts");
    }

    @Test
    public void refusesTheKeyOfAnother() {
        SiteSigner another = signer("another.pem");

        Run run = verify(
                another.sign("consent-receipt", receipt(true).statement()).jws());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.errors()).contains("not among the keys of the site");
    }

    @Test
    public void refusesWhatIsSignedAndNoReceipt() {
        assertThat(verify(signer.sign("erasure-certificate", Map.of("granted", true))
                                .jws())
                        .errors())
                .contains("no receipt of a decision");
    }

    @Test
    public void refusesATextThatIsNotTheOneAgreedTo() {
        Map<String, Object> statement = new LinkedHashMap<>(receipt(true).statement());
        statement.put("privacy_notice", Map.of("text", "You may sell everything.", "digest", "sha-256:0"));

        assertThat(verify(signer.sign("consent-receipt", statement).jws()).errors())
                .contains("not the one that was agreed to");
    }

    @Test
    public void refusesAYesThatExpired() {
        Map<String, Object> statement = new LinkedHashMap<>(receipt(true).statement());
        statement.put("validUntil", Instant.now().minusSeconds(1).toString());

        Run run = verify(signer.sign("consent-receipt", statement).jws());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.errors()).contains("expired");
    }

    @Test
    public void saysThatAFileIsMissing() {
        assertThat(run("nowhere.jws", "nowhere.json").code()).isEqualTo(2);
    }

    private Signed receipt(boolean granted) {
        Act act = ConsentHouse.act(ConsentHouse.NEWS, granted);
        Choice choice = house.consent
                .record(person, Occasion.at("registration", "en"), List.of(act))
                .get(0);
        return house.receipts.of(person, choice.receipt().orElseThrow()).orElseThrow();
    }

    private SiteSigner signer(String file) {
        return new SiteSigner(SecretFile.below(folder.getRoot().toPath(), file), "The Site");
    }

    private static Map<String, Object> read(String part) throws IOException {
        return JSON.readValue(
                Base64.getUrlDecoder().decode(part), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Run verify(String receipt) {
        try {
            Path jws = Files.writeString(folder.newFile().toPath(), receipt);
            Path keys = Files.writeString(
                    folder.newFile().toPath(), JSON.writeValueAsString(Map.of("keys", List.of(signer.publicKey()))));
            return run(jws.toString(), keys.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As the guide says: java and the one file of source. */
    private Run run(String receipt, String keys) {
        try {
            Path out = folder.newFile().toPath();
            Path err = folder.newFile().toPath();
            int code = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            Path.of("..", "..", "tools", "VerifyReceipt.java").toString(),
                            receipt,
                            keys)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            return new Run(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private record Run(int code, String told, String errors) {}
}

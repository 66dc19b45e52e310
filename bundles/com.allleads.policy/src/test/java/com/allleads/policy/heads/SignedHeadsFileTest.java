package com.allleads.policy.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.policy.PromiseState;
import com.allleads.api.proof.ChainSource;
import com.allleads.api.proof.Signer;
import com.allleads.policy.OperatorActs;
import com.allleads.policy.pages.HeadsPage;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class SignedHeadsFileTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private final Chains uses = new Chains("vault-uses");
    private final Chains ledger = new Chains("billing-ledger");
    private SignedHeadsFile file;
    private Path path;

    @Before
    public void start() {
        STORE.jdbi().useHandle(handle -> handle.execute("DELETE FROM policy_signed_heads"));
        path = instance.getRoot().toPath().resolve("heads/chain-heads.jsonl");
        file = file();
        uses.grow(5);
        ledger.grow(3);
    }

    @Test
    public void nothingIsWrongBeforeAnythingWasSigned() {
        assertThat(file.compareAll().breaks()).isEmpty();
        assertThat(file.compareAll().signedAt()).isEmpty();
    }

    @Test
    public void findsWhatItSignedAlsoWhenTheChainsGrewAndAfterARestart() {
        assertThat(file.sign()).isTrue();
        uses.grow(4);

        assertThat(file().compareAll().breaks()).isEmpty();
        assertThat(file.compareAll().heads()).isEqualTo(2);
        assertThat(file.compare(uses).heads()).isEqualTo(1);
        assertThat(file.compare(uses).signedAt()).isPresent();
    }

    @Test
    public void signsOnlyWhatHasChanged() throws Exception {
        file.sign();

        assertThat(file.sign()).isFalse();
        ledger.grow(1);
        assertThat(file.sign()).isTrue();

        assertThat(Files.readAllLines(path)).hasSize(2);
    }

    @Test
    public void findsAChainThatWasCut() {
        file.sign();
        uses.cut(1);

        assertThat(file.compare(uses).breaks()).singleElement().asString().contains("link 5", "cut or altered");
        assertThat(file.compare(ledger).breaks()).isEmpty();
        assertThat(new HeadsFound(file).count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void findsAChainThatWasCutAndWrittenAnew() {
        file.sign();
        uses.cut(2);
        uses.grow(10);

        assertThat(file.compareAll().breaks()).hasSize(1);
    }

    @Test
    public void aChainThatVanishedIsFound() {
        file.sign();
        uses.cut(5);

        assertThat(file.compareAll().breaks()).hasSize(1);
    }

    @Test
    public void signsNothingOverWhatIsMissed() throws Exception {
        file.sign();
        uses.cut(1);

        assertThatThrownBy(file::sign).hasMessageContaining("link 5");
        assertThat(Files.readAllLines(path)).hasSize(1);
    }

    @Test
    public void findsAFileThatWasMutilated() throws Exception {
        signThrice();
        List<String> whole = Files.readAllLines(path);
        List<List<String>> mutilations = List.of(
                whole.subList(1, 3),
                whole.subList(0, 2),
                List.of(whole.get(0), whole.get(2)),
                List.of(whole.get(0), whole.get(1).replace("\":\"e", "\":\"f"), whole.get(2)),
                List.of(whole.get(1), whole.get(0), whole.get(2)),
                List.of(whole.get(0), "", whole.get(1), whole.get(2)));

        for (List<String> mutilated : mutilations) {
            Files.write(path, mutilated);
            assertThat(file.compareAll().breaks()).as(mutilated.toString()).isNotEmpty();
            assertThat(file.compare(ledger).breaks()).isNotEmpty();
        }
        Files.write(path, whole);
        assertThat(file.compareAll().breaks()).isEmpty();
    }

    @Test
    public void aLineThatSomebodyElseSignedIsNone() throws Exception {
        file.sign();
        String foreign =
                new Sealer("somebody else").sign(SignedHeadsFile.TYPE, Map.of()).jws();
        Files.writeString(path, Files.readString(path) + "{\"jws\":\"" + foreign + "\"}\n");

        assertThat(file.compareAll().breaks()).singleElement().asString().contains("line 2");
    }

    @Test
    public void saysThatTheFileIsMissing() throws Exception {
        file.sign();
        Files.delete(path);

        assertThat(file.compare(uses).breaks())
                .singleElement()
                .asString()
                .contains("heads/chain-heads.jsonl", "missing");
        assertThatThrownBy(file::sign).hasMessageContaining("missing");
        assertThat(new HeadsFound(file).count().note()).contains("missing");
    }

    @Test
    public void whatACrashLeftOfALineIsNoLine() throws Exception {
        file.sign();
        Files.writeString(path, Files.readString(path) + "{\"jws\":\"torn");
        ledger.grow(1);

        assertThat(file.compareAll().breaks()).isEmpty();
        assertThat(file.sign()).isTrue();
        assertThat(Files.readAllLines(path)).hasSize(2);
        assertThat(file.compareAll().breaks()).isEmpty();
    }

    @Test
    public void aCrashBeforeTheDatabaseKnowsOfALineIsNoBreak() {
        signThrice();
        STORE.jdbi().useHandle(handle -> handle.execute("UPDATE policy_signed_heads SET lines = 2"));

        assertThat(file.compareAll().breaks()).isEmpty();
        ledger.grow(1);
        assertThat(file.sign()).isTrue();
        assertThat(file.compareAll().breaks()).isEmpty();
    }

    @Test
    public void anOperatorBeginsAnew() throws Exception {
        signThrice();
        uses.cut(1);
        file.renew("operator", "restored the backup of Monday");
        assertThat(file.compareAll().breaks()).isEmpty();

        uses.cut(1);
        assertThat(file.compareAll().breaks()).hasSize(1);

        Files.delete(path);
        file.renew("operator", "the disk was lost");
        assertThat(file.compareAll().breaks()).isEmpty();
        ledger.grow(1);
        assertThat(file.sign()).isTrue();
        assertThat(file.compareAll().breaks()).isEmpty();
    }

    @Test
    public void aSourceThatIsAwayStaysWhereItWas() {
        file.sign();
        file.remove(uses);
        ledger.grow(1);
        file.sign();
        uses.cut(1);
        file.add(uses);

        assertThat(file.compareAll().breaks()).hasSize(1);
    }

    @Test
    public void thePageTellsAndActs() {
        HeadsPage page = new HeadsPage(file, OperatorActs.by(act -> (outcome, problem) -> {}));
        assertThat(Look.at(page).asOperator().html()).contains("nothing was signed yet");

        assertThat(Look.at(page).asOperator().said()).contains("are signed");
        assertThat(Look.at(page).asOperator().html()).contains("vault-uses", "billing-ledger", "found");

        uses.cut(1);
        assertThat(Look.at(page).asOperator().html()).contains("one thing is wrong", "cut or altered");
        assertThat(Look.at(page).asOperator().said()).contains("Nothing was signed");
        assertThat(Look.at(page).asOperator().in("es").html()).contains("una cosa está mal");
        assertThat(Look.at(page).asOperator().with("renew", "yes").refused()).contains("Reason");
        assertThat(Look.at(page)
                        .asOperator()
                        .with("renew", "yes")
                        .with("reason", "restored")
                        .said())
                .contains("begins anew");
        assertThat(file.compareAll().breaks()).isEmpty();
    }

    private void signThrice() {
        file.sign();
        ledger.grow(1);
        file.sign();
        uses.grow(1);
        file.sign();
    }

    private SignedHeadsFile file() {
        SignedHeadsFile made = new SignedHeadsFile(
                instance.getRoot().toPath(), STORE.jdbi(), new Sealer("the site"), "node", Clock.systemUTC());
        made.add(uses);
        made.add(ledger);
        return made;
    }

    /** One chain in memory whose hashes cover what was before. */
    private static final class Chains implements ChainSource {

        private final String name;
        private final List<String> hashes = new ArrayList<>();
        private int written;

        private Chains(String name) {
            this.name = name;
        }

        private void grow(int links) {
            for (int i = 0; i < links; i++) {
                written++;
                hashes.add("0".repeat(56) + HexFormat.of().toHexDigits((hashes + name + written).hashCode()));
            }
        }

        private void cut(int links) {
            IntStream.range(0, links).forEach(i -> hashes.remove(hashes.size() - 1));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Head> heads() {
            return hashes.isEmpty()
                    ? List.of()
                    : List.of(new Head("node", hashes.size(), hashes.get(hashes.size() - 1)));
        }

        @Override
        public Optional<String> hash(String chain, long links) {
            return links <= hashes.size() ? Optional.of(hashes.get((int) links - 1)) : Optional.empty();
        }
    }

    /** Signs by a checksum with a secret in it: enough to tell what was altered. */
    private record Sealer(String secret) implements Signer {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public Signed sign(String type, Map<String, Object> statement) {
            try {
                String part = Base64.getUrlEncoder().encodeToString(JSON.writeValueAsBytes(new TreeMap<>(statement)));
                return new Signed(Collections.unmodifiableMap(statement), part + "." + checksum(type + part));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public Optional<Map<String, Object>> verify(String type, String jws) {
            String[] parts = jws.split("\\.", -1);
            if (parts.length != 2 || !parts[1].equals(checksum(type + parts[0]))) {
                return Optional.empty();
            }
            try {
                return Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(parts[0]), new TypeReference<>() {}));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private String checksum(String text) {
            CRC32 crc = new CRC32();
            crc.update((secret + text).getBytes(StandardCharsets.UTF_8));
            return Long.toHexString(crc.getValue());
        }
    }
}

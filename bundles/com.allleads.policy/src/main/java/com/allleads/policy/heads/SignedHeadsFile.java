package com.allleads.policy.heads;

import com.allleads.api.proof.ChainSource;
import com.allleads.api.proof.HeadsRenewal;
import com.allleads.api.proof.SignedHeads;
import com.allleads.api.proof.Signer;
import com.allleads.policy.heads.HeadsLine.Renewal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Signs the heads of all chains into a file of this node, and looks for them again. Each line carries the digest of the line
 * before, and the database knows how many lines there are, so that neither can be cut without the other. Where something that
 * was signed is not found, nothing is signed any more until an operator looked and begins anew: a new line would hide it.
 */
@Component(service = {SignedHeads.class, HeadsRenewal.class, SignedHeadsFile.class})
public final class SignedHeadsFile implements SignedHeads, HeadsRenewal {

    static final String TYPE = "chain-heads";

    private static final Path FILE = Path.of("heads", "chain-heads.jsonl");

    private final HeadsFile file;
    private final Jdbi jdbi;
    private final Signer signer;
    private final String node;
    private final Clock clock;
    private final List<ChainSource> sources = new CopyOnWriteArrayList<>();

    @Activate
    public SignedHeadsFile(@Reference(target = "(schema=com.allleads.policy)") Jdbi jdbi, @Reference Signer signer) {
        this(
                Path.of(System.getProperty("karaf.base", ".")),
                jdbi,
                signer,
                System.getProperty("karaf.name", "root"),
                Clock.systemUTC());
    }

    /** With the file of the instance in a folder. */
    public SignedHeadsFile(Path instance, Jdbi jdbi, Signer signer, String node, Clock clock) {
        this.file = new HeadsFile(instance.resolve(FILE).toAbsolutePath());
        this.jdbi = jdbi;
        this.signer = signer;
        this.node = node;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ChainSource source) {
        sources.add(source);
    }

    public void remove(ChainSource source) {
        sources.remove(source);
    }

    @Override
    public Comparison compare(ChainSource source) {
        HeadsInFile signed = read();
        List<String> breaks = new ArrayList<>(signed.breaks());
        List<SourceHead> of = signed.latest().stream()
                .filter(each -> each.source().equals(source.name()))
                .toList();
        of.stream().filter(each -> !isThere(source, each)).forEach(each -> breaks.add(missed(each, signed)));
        return new Comparison(of.size(), signed.signedAt(), breaks);
    }

    /** Everything at once: the file, and the chains of all sources that are here. */
    public Comparison compareAll() {
        HeadsInFile signed = read();
        List<String> breaks = new ArrayList<>(signed.breaks());
        long heads = 0;
        for (ChainSource source : sources) {
            for (SourceHead each : signed.latest()) {
                if (each.source().equals(source.name())) {
                    heads++;
                    if (!isThere(source, each)) {
                        breaks.add(missed(each, signed));
                    }
                }
            }
        }
        return new Comparison(heads, signed.signedAt(), breaks);
    }

    /** The heads that were signed last, for operators. */
    public List<SourceHead> latest() {
        return read().latest();
    }

    /**
     * Signs where the chains are now, unless nothing has changed.
     *
     * @return whether a line was written
     * @throws IllegalStateException where something that was signed is not found; nothing is signed then
     */
    public synchronized boolean sign() {
        List<String> breaks = compareAll().breaks();
        if (!breaks.isEmpty()) {
            throw new IllegalStateException(breaks.get(0));
        }
        HeadsInFile signed = read();
        List<SourceHead> now = now(signed.latest());
        if (now.equals(signed.latest())) {
            return false;
        }
        write(new HeadsLine(signed.lines() + 1, signed.lastDigest(), clock.instant(), now, Optional.empty()));
        return true;
    }

    /** Begins anew with the chains as they are now; what was signed before is looked for no more, and that is signed too. */
    @Override
    public synchronized void renew(String by, String reason) {
        HeadsInFile signed = read();
        write(new HeadsLine(
                signed.lines() + 1,
                signed.lastDigest(),
                clock.instant(),
                now(List.of()),
                Optional.of(new Renewal(by, reason))));
    }

    private void write(HeadsLine line) {
        file.add("{\"jws\":\"" + signer.sign(TYPE, line.statement()).jws() + "\"}");
        jdbi.useHandle(handle -> {
            if (handle.execute("UPDATE policy_signed_heads SET lines = ? WHERE node = ?", line.number(), node) == 0) {
                handle.execute("INSERT INTO policy_signed_heads (node, lines) VALUES (?, ?)", node, line.number());
            }
        });
    }

    /** Where the chains are; a source that is away stays where it was. */
    private List<SourceHead> now(List<SourceHead> before) {
        Map<String, SourceHead> heads = new LinkedHashMap<>();
        before.forEach(each -> heads.put(key(each), each));
        for (ChainSource source : sources) {
            source.heads().forEach(head -> {
                SourceHead each = new SourceHead(source.name(), head);
                heads.put(key(each), each);
            });
        }
        return heads.values().stream()
                .sorted(Comparator.comparing(SignedHeadsFile::key))
                .toList();
    }

    private HeadsInFile read() {
        long written = written();
        Optional<List<String>> lines = file.lines();
        if (lines.isEmpty() && written > 0) {
            return new HeadsInFile(
                    written,
                    "",
                    List.of(),
                    Optional.empty(),
                    List.of("the file " + file.name() + " with the signed heads of the chains is missing, which had "
                            + written + " lines"));
        }
        Reading reading = new Reading();
        lines.orElse(List.of()).forEach(reading::take);
        if (reading.number < written) {
            reading.breaks.add("of the " + written + " lines of " + file.name() + " those after line " + reading.number
                    + " are missing");
        }
        return new HeadsInFile(
                Math.max(written, reading.number),
                reading.digest,
                List.copyOf(reading.latest.values()),
                reading.signedAt,
                List.copyOf(reading.breaks));
    }

    private long written() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT lines FROM policy_signed_heads WHERE node = :node")
                .bind("node", node)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private static boolean isThere(ChainSource source, SourceHead signed) {
        return source.hash(signed.head().chain(), signed.head().links())
                .filter(signed.head().hash()::equals)
                .isPresent();
    }

    private static String missed(SourceHead each, HeadsInFile signed) {
        return "chain " + each.head().chain() + " of " + each.source() + " does not have link "
                + each.head().links() + " any more as it was signed at "
                + signed.signedAt().map(Instant::toString).orElse("") + ": it was cut or altered";
    }

    private static String key(SourceHead each) {
        return each.source() + '\0' + each.head().chain();
    }

    private static String digest(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Goes through the file from its beginning. */
    private final class Reading {

        private static final String BEFORE = "{\"jws\":\"";
        private static final String AFTER = "\"}";

        private final Map<String, SourceHead> latest = new LinkedHashMap<>();
        private final List<String> breaks = new ArrayList<>();
        private Optional<Instant> signedAt = Optional.empty();
        private String digest = "";
        private long number;
        private long place;

        private void take(String line) {
            place++;
            Optional<HeadsLine> signed = signed(line);
            if (signed.isEmpty()) {
                breaks.add("line " + place + " of " + file.name() + " is not as it was signed");
            } else {
                take(signed.get());
            }
            digest = digest(line);
        }

        private void take(HeadsLine line) {
            if (line.renewal().isPresent()) {
                breaks.clear();
                latest.clear();
            } else if (line.number() != number + 1 || !line.previous().equals(digest)) {
                breaks.add("line " + place + " of " + file.name() + " does not follow the line before it");
            }
            number = line.number();
            signedAt = Optional.of(line.at());
            line.heads().forEach(each -> latest.put(key(each), each));
        }

        private Optional<HeadsLine> signed(String line) {
            return line.startsWith(BEFORE) && line.endsWith(AFTER) && line.length() > BEFORE.length() + AFTER.length()
                    ? signer.verify(TYPE, line.substring(BEFORE.length(), line.length() - AFTER.length()))
                            .flatMap(HeadsLine::of)
                    : Optional.empty();
        }
    }
}

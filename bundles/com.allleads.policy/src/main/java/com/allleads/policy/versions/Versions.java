package com.allleads.policy.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of versions. A version never changes, so each is read once; which one is in force is read every time. */
@Component(service = Versions.class)
public final class Versions {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Jdbi jdbi;
    private final Map<Integer, PolicyVersion> read = new ConcurrentHashMap<>();

    @Activate
    public Versions(@Reference(target = "(schema=com.allleads.policy)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The number of the version in force; 0 where none was published. */
    public int inForce() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM policy_version")
                .mapTo(Integer.class)
                .one());
    }

    /** The version in force. */
    public Optional<PolicyVersion> latest() {
        return find(inForce());
    }

    /** All of them, oldest first. */
    public List<PolicyVersion> all() {
        return IntStream.rangeClosed(1, inForce())
                .mapToObj(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** One of them. */
    public Optional<PolicyVersion> find(int number) {
        if (number < 1) {
            return Optional.empty();
        }
        PolicyVersion known = read.get(number);
        Optional<PolicyVersion> found = known == null ? select(number) : Optional.of(known);
        found.ifPresent(version -> read.put(number, version));
        return found;
    }

    /** When a version was announced to everybody. */
    public Optional<Instant> announcedAt(int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT announced_at FROM policy_version WHERE number = :number")
                        .bind("number", number)
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** Notes that a version was announced to everybody. */
    public void announced(int number, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE policy_version SET announced_at = :at WHERE number = :number AND announced_at IS NULL")
                .bind("at", at.toEpochMilli())
                .bind("number", number)
                .execute());
    }

    /** Appends a version; fails where another of this number was published meanwhile. */
    void append(PolicyVersion version) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO policy_version (number, published_at, published_by, reason, content)"
                                + " VALUES (:number, :at, :by, :reason, :content)")
                .bind("number", version.number())
                .bind("at", version.publishedAt().toEpochMilli())
                .bind("by", version.publishedBy())
                .bind("reason", version.reason())
                .bind("content", json(version.content()))
                .execute());
    }

    private Optional<PolicyVersion> select(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT number, published_at, published_by, reason, content"
                        + " FROM policy_version WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> new PolicyVersion(
                        row.getInt("number"),
                        Instant.ofEpochMilli(row.getLong("published_at")),
                        row.getString("published_by"),
                        row.getString("reason"),
                        content(row.getString("content"))))
                .findOne());
    }

    private static String json(PolicyContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a policy has only what JSON has", e);
        }
    }

    private static PolicyContent content(String json) {
        try {
            return JSON.readValue(json, PolicyContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a version of the policy is kept as JSON", e);
        }
    }
}

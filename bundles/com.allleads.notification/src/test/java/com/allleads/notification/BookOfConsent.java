package com.allleads.notification;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Ground;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Objection;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Consent in miniature: purposes that can be forgotten, and decisions that can be made at any time. */
public final class BookOfConsent implements Consent {

    private final Map<String, Purpose> purposes = new ConcurrentHashMap<>();
    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    public BookOfConsent() {
        know(new Purpose(Purpose.ACCOUNT, "Account", "Run the account.", LegalBasis.CONTRACT));
        know(new Purpose(Purpose.SERVICE, "Service", "Say what concerns the service.", LegalBasis.CONTRACT));
        new OptionalPurposes().purposes().forEach(this::know);
    }

    public void know(Purpose purpose) {
        purposes.put(purpose.id(), purpose);
    }

    public void forget(String purpose) {
        purposes.remove(purpose);
    }

    /** Returns the receipt. */
    public String decide(PersonId person, String purpose, boolean granted, Instant at) {
        decisions.replaceAll(earlier -> earlier.person().equals(person)
                        && earlier.purpose().equals(purpose)
                        && earlier.changedAt().isEmpty()
                ? new Decision(
                        earlier.receipt(),
                        person,
                        purpose,
                        earlier.granted(),
                        earlier.textDigest(),
                        earlier.occasion(),
                        earlier.decidedAt(),
                        Optional.of(at))
                : earlier);
        String receipt = UUID.randomUUID().toString();
        decisions.add(new Decision(
                receipt,
                person,
                purpose,
                granted,
                "sha-256:0",
                Occasion.at("registration", "en"),
                at,
                Optional.empty()));
        return receipt;
    }

    @Override
    public List<Purpose> purposes() {
        return List.copyOf(purposes.values());
    }

    @Override
    public Optional<Purpose> purpose(String id) {
        return Optional.ofNullable(purposes.get(id));
    }

    @Override
    public boolean allows(PersonId person, String purpose) {
        return ground(person, purpose).isPresent();
    }

    @Override
    public Optional<Ground> ground(PersonId person, String purpose) {
        return purpose(purpose).flatMap(known -> ground(person, known));
    }

    private Optional<Ground> ground(PersonId person, Purpose purpose) {
        if (purpose.basis() != LegalBasis.CHOICE) {
            return Optional.of(new Ground(purpose.basis(), Optional.empty()));
        }
        return decisions.stream()
                .filter(decision -> decision.person().equals(person)
                        && decision.purpose().equals(purpose.id())
                        && decision.changedAt().isEmpty()
                        && decision.granted())
                .findFirst()
                .map(decision -> new Ground(purpose.basis(), Optional.of(decision.receipt())));
    }

    @Override
    public Set<PersonId> allowing(Collection<PersonId> people, String purpose) {
        return people.stream().filter(person -> allows(person, purpose)).collect(Collectors.toSet());
    }

    @Override
    public List<Decision> decisions(Collection<String> receipts) {
        return decisions.stream()
                .filter(decision -> receipts.contains(decision.receipt()))
                .toList();
    }

    @Override
    public List<Choice> choices(PersonId person) {
        return List.of();
    }

    @Override
    public Optional<PointNotice> point(String id) {
        return Optional.empty();
    }

    @Override
    public List<PointNotice> points() {
        return List.of();
    }

    @Override
    public List<Objection> check(List<Act> acts) {
        return List.of();
    }

    @Override
    public List<Choice> record(PersonId person, Occasion occasion, List<Act> acts) {
        throw new UnsupportedOperationException("use decide");
    }

    @Override
    public void signalled(PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> receipt(PersonId person, String id) {
        return Optional.empty();
    }

    @Override
    public Optional<String> text(String digest) {
        return Optional.empty();
    }
}

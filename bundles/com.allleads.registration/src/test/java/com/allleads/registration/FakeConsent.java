package com.allleads.registration;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Ground;
import com.allleads.api.consent.Objection;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Consent that knows one choice, {@code news}, whose text has the digest {@code sha-256:news}. */
final class FakeConsent implements Consent {

    private final Map<PersonId, List<Act>> recorded = new HashMap<>();

    synchronized List<Act> recorded(PersonId person) {
        return recorded.getOrDefault(person, List.of());
    }

    @Override
    public List<Objection> check(List<Act> acts) {
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            if (!acts.get(i).purpose().equals("news")) {
                objections.add(new Objection(i, "purpose", "is not a purpose of this site"));
            } else if (!acts.get(i).textDigest().equals("sha-256:news")) {
                objections.add(new Objection(i, "textDigest", "is not the digest of the text now shown"));
            }
        }
        return objections;
    }

    @Override
    public synchronized List<Choice> record(PersonId person, Occasion occasion, List<Act> acts) {
        recorded.put(person, acts);
        return List.of();
    }

    @Override
    public void signalled(PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Purpose> purposes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Purpose> purpose(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PointNotice> point(String id) {
        return Optional.of(new PointNotice(
                id,
                "Registration",
                new RegistrationPoint().fields(),
                List.of(new PointNotice.OfferedPurpose(
                        "news", "News", "We write to you with news.", "sha-256:news", false))));
    }

    @Override
    public List<PointNotice> points() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean allows(PersonId person, String purpose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Ground> ground(PersonId person, String purpose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<PersonId> allowing(Collection<PersonId> people, String purpose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Choice> choices(PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Decision> decisions(Collection<String> receipts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> receipt(PersonId person, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> text(String digest) {
        throw new UnsupportedOperationException();
    }
}

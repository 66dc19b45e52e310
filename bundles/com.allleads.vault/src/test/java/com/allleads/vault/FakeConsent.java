package com.allleads.vault;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Ground;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Objection;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Consent in memory: the account as a contract, news as a choice, one registration form. */
public final class FakeConsent implements Consent {

    private static final Occasion FORM = Occasion.at("registration", "en");

    private static final List<Purpose> PURPOSES = List.of(
            new Purpose(Purpose.ACCOUNT, "Your account", "To run your account.", LegalBasis.CONTRACT),
            new Purpose(Purpose.RIGHTS, "Your rights", "To show you your data.", LegalBasis.LEGAL_DUTY),
            new Purpose("news", "News", "News.", LegalBasis.CHOICE));

    private final List<Decision> decisions = new ArrayList<>();

    /** How often it was asked about many at once. */
    public int bulkReads;

    /** A person decides about news; every earlier decision about it is changed by it. */
    public synchronized String decide(PersonId person, boolean granted, Instant at) {
        decisions.replaceAll(d -> d.person().equals(person) && d.changedAt().isEmpty()
                ? new Decision(d.receipt(), person, "news", d.granted(), "", FORM, d.decidedAt(), Optional.of(at))
                : d);
        String receipt = UUID.randomUUID().toString();
        decisions.add(new Decision(receipt, person, "news", granted, "", FORM, at, Optional.empty()));
        return receipt;
    }

    @Override
    public List<Purpose> purposes() {
        return PURPOSES;
    }

    @Override
    public Optional<Purpose> purpose(String id) {
        return PURPOSES.stream().filter(purpose -> purpose.id().equals(id)).findFirst();
    }

    @Override
    public Optional<PointNotice> point(String id) {
        return points().stream().filter(point -> point.id().equals(id)).findFirst();
    }

    @Override
    public List<PointNotice> points() {
        List<AskedField> fields = Stream.of(Field.NAME, Field.EMAIL, Field.PHONE, Field.STREET, Field.CITY)
                .map(field -> new AskedField(field.name(), "To serve you.", false))
                .toList();
        return List.of(new PointNotice("registration", "Registration", fields, List.of()));
    }

    @Override
    public boolean allows(PersonId person, String purpose) {
        return ground(person, purpose).isPresent();
    }

    @Override
    public synchronized Optional<Ground> ground(PersonId person, String purpose) {
        Optional<LegalBasis> basis = purpose(purpose).map(Purpose::basis);
        if (!basis.equals(Optional.of(LegalBasis.CHOICE))) {
            return basis.map(b -> new Ground(b, Optional.empty()));
        }
        return decisions.stream()
                .filter(decision ->
                        decision.person().equals(person) && decision.changedAt().isEmpty())
                .filter(Decision::granted)
                .findFirst()
                .map(decision -> new Ground(LegalBasis.CHOICE, Optional.of(decision.receipt())));
    }

    @Override
    public synchronized Map<PersonId, Ground> grounds(Collection<PersonId> people, String purpose) {
        bulkReads++;
        return Consent.super.grounds(people, purpose);
    }

    @Override
    public Set<PersonId> allowing(Collection<PersonId> people, String purpose) {
        return people.stream().filter(person -> allows(person, purpose)).collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Decision> decisions(Collection<String> receipts) {
        return decisions.stream()
                .filter(decision -> receipts.contains(decision.receipt()))
                .toList();
    }

    @Override
    public List<Objection> check(List<Act> acts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Choice> record(PersonId person, Occasion occasion, List<Act> acts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signalled(PersonId person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Choice> choices(PersonId person) {
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

package com.allleads.policy;

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
import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.policy.acceptance.Acceptances;
import com.allleads.policy.acceptance.Accepting;
import com.allleads.policy.acceptance.StandingTerms;
import com.allleads.policy.acceptance.Told;
import com.allleads.policy.acceptance.WaitingPurposes;
import com.allleads.policy.versions.InstalledLists;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Publishing;
import com.allleads.policy.versions.Versions;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The versions of the policy put together as the container does it, with what other capabilities would say. */
public final class PolicyHouse {

    public static final Purpose NEWS = new Purpose("news", "News", "You may send me news.", LegalBasis.CHOICE)
            .of("Marketing")
            .reading("email");

    public final Versions versions;
    public final InstalledLists installed;
    public final Publishing publishing;
    public final Acceptances acceptances;
    public final WaitingPurposes waiting;
    public final StandingTerms terms;
    public final Accepting accepting;
    public final Told told;

    /** What is declared at the moment. */
    public final List<Purpose> purposes = new ArrayList<>(
            List.of(new Purpose("account", "Account", "To run your account.", LegalBasis.CONTRACT), NEWS));

    public final List<AskedField> fields = new ArrayList<>(List.of(new AskedField("email", "To write to you.", true)));
    public final List<OutsideParties.InstalledParty> parties = new ArrayList<>();
    public final List<Decision> decisions = new ArrayList<>();
    public final Directory directory = new Directory();
    public final Post post = new Post();
    public final Consent consent = new Declared();

    public PolicyHouse(StoreRule store) {
        this(store, Clock.systemUTC());
    }

    public PolicyHouse(StoreRule store, Clock clock) {
        versions = new Versions(store.jdbi());
        installed = new InstalledLists(() -> List.copyOf(parties));
        installed.consent = consent;
        publishing = new Publishing(versions, installed, clock);
        acceptances = new Acceptances(store.jdbi());
        waiting = new WaitingPurposes(versions);
        terms = new StandingTerms(versions, acceptances, waiting);
        terms.accounts = directory;
        accepting = new Accepting(versions, acceptances, terms);
        told = new Told(terms, acceptances);
    }

    public PolicyVersion publish(String reason) {
        return publishing.publish(publishing.words(), reason, "operator");
    }

    /** Declares a purpose anew in place of that of its id. */
    public void declare(Purpose purpose) {
        purposes.removeIf(known -> known.id().equals(purpose.id()));
        purposes.add(purpose);
    }

    /** Who has an active account, and since when. */
    public static final class Directory implements AccountDirectory {

        private final Map<String, Instant> people = new TreeMap<>();

        public PersonId register(Instant at) {
            PersonId person = PersonId.random();
            people.put(person.toString(), at);
            return person;
        }

        /** They registered at another time. */
        public void move(PersonId person, Instant at) {
            people.put(person.toString(), at);
        }

        @Override
        public List<PersonId> active(Optional<PersonId> after, int limit) {
            return people.keySet().stream()
                    .filter(person ->
                            after.isEmpty() || person.compareTo(after.get().toString()) > 0)
                    .limit(limit)
                    .map(PersonId::parse)
                    .toList();
        }

        @Override
        public List<PersonId> activeSince(Instant since, Optional<PersonId> after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long countActive() {
            return people.size();
        }

        @Override
        public Map<PersonId, Instant> deactivatedAt(Collection<PersonId> asked) {
            return Map.of();
        }

        @Override
        public Map<PersonId, String> languages(Collection<PersonId> asked) {
            return Map.of();
        }

        @Override
        public Map<PersonId, Instant> registeredAt(Collection<PersonId> asked) {
            Map<PersonId, Instant> found = new HashMap<>();
            asked.stream()
                    .filter(person -> people.containsKey(person.toString()))
                    .forEach(person -> found.put(person, people.get(person.toString())));
            return found;
        }
    }

    /** Messages by their keys. */
    public static final class Post implements Outbox {

        public final Map<String, Map<String, String>> sent = new TreeMap<>();

        @Override
        public void send(String key, PersonId person, String template, Map<String, String> values) {
            sent.putIfAbsent(key, values);
        }

        @Override
        public Set<String> known(Collection<String> keys) {
            Set<String> known = new HashSet<>(keys);
            known.retainAll(sent.keySet());
            return known;
        }
    }

    /** What consent says of declarations; nobody decides here. */
    private final class Declared implements Consent {

        @Override
        public List<Purpose> purposes() {
            return List.copyOf(purposes);
        }

        @Override
        public Optional<Purpose> purpose(String id) {
            return purposes.stream().filter(purpose -> purpose.id().equals(id)).findFirst();
        }

        @Override
        public Optional<PointNotice> point(String id) {
            return points().stream().filter(point -> point.id().equals(id)).findFirst();
        }

        @Override
        public List<PointNotice> points() {
            return List.of(new PointNotice("registration", "Registration", List.copyOf(fields), List.of()));
        }

        @Override
        public List<Decision> decisions(Collection<String> receipts) {
            return decisions.stream()
                    .filter(decision -> receipts.contains(decision.receipt()))
                    .toList();
        }

        @Override
        public boolean allows(PersonId person, String purpose) {
            return false;
        }

        @Override
        public Optional<Ground> ground(PersonId person, String purpose) {
            return Optional.empty();
        }

        @Override
        public Set<PersonId> allowing(Collection<PersonId> people, String purpose) {
            return Set.of();
        }

        @Override
        public List<Objection> check(List<Act> acts) {
            return List.of();
        }

        @Override
        public List<Choice> record(PersonId person, Occasion occasion, List<Act> acts) {
            return List.of();
        }

        @Override
        public void signalled(PersonId person) {}

        @Override
        public List<Choice> choices(PersonId person) {
            return List.of();
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
}

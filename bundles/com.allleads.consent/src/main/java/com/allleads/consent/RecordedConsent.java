package com.allleads.consent;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Ground;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Objection;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.PointNotice.OfferedPurpose;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.store.Transactions;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.Circumstances;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.Decisions.Grant;
import com.allleads.consent.decisions.ShownTexts;
import com.allleads.consent.gpc.HeededSignal;
import com.allleads.consent.receipts.Receipts;
import com.allleads.consent.terms.CurrentCircumstances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the table of decisions, every time anew. */
@Component(service = Consent.class)
public final class RecordedConsent implements Consent {

    private final KnownPurposes purposes;
    private final KnownPoints points;
    private final ShownTexts texts;
    private final Decisions decisions;
    private final Receipts receipts;
    private final SecondStep secondStep;
    private final HeededSignal signal;
    private final VersionHold hold;
    private final CurrentCircumstances circumstances;
    private final Transactions transactions;

    @Activate
    public RecordedConsent(
            @Reference KnownPurposes purposes,
            @Reference KnownPoints points,
            @Reference ShownTexts texts,
            @Reference Decisions decisions,
            @Reference Receipts receipts,
            @Reference SecondStep secondStep,
            @Reference HeededSignal signal,
            @Reference VersionHold hold,
            @Reference CurrentCircumstances circumstances,
            @Reference Transactions transactions) {
        this.purposes = purposes;
        this.points = points;
        this.texts = texts;
        this.decisions = decisions;
        this.receipts = receipts;
        this.secondStep = secondStep;
        this.signal = signal;
        this.hold = hold;
        this.circumstances = circumstances;
        this.transactions = transactions;
    }

    @Override
    public List<Purpose> purposes() {
        return purposes.all().stream().map(KnownPurpose::purpose).toList();
    }

    @Override
    public Optional<Purpose> purpose(String id) {
        return purposes.find(id).map(KnownPurpose::purpose);
    }

    @Override
    public Optional<PointNotice> point(String id) {
        return points.find(id).map(this::notice);
    }

    @Override
    public List<PointNotice> points() {
        return points.all().stream().map(this::notice).toList();
    }

    @Override
    public boolean allows(PersonId person, String purpose) {
        return ground(person, purpose).isPresent();
    }

    @Override
    public Optional<Ground> ground(PersonId person, String purpose) {
        return purposes.find(purpose).flatMap(known -> ground(person, known));
    }

    private Optional<Ground> ground(PersonId person, KnownPurpose known) {
        if (!known.isChoice()) {
            return hold.free(List.of(person), known.purpose()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Ground(known.purpose().basis(), Optional.empty()));
        }
        return decisions
                .granted(person, known.purpose().id())
                .filter(grant ->
                        !hold.free(List.of(grant), known.purpose().id()).isEmpty())
                .map(grant -> new Ground(known.purpose().basis(), Optional.of(grant.receipt())));
    }

    @Override
    public Map<PersonId, Ground> grounds(Collection<PersonId> people, String purpose) {
        return purposes.find(purpose).map(known -> grounds(people, known)).orElse(Map.of());
    }

    private Map<PersonId, Ground> grounds(Collection<PersonId> people, KnownPurpose known) {
        LegalBasis basis = known.purpose().basis();
        if (!known.isChoice()) {
            return hold.free(people, known.purpose()).stream()
                    .collect(Collectors.toMap(person -> person, person -> new Ground(basis, Optional.empty())));
        }
        String purpose = known.purpose().id();
        return hold.free(decisions.granting(people, purpose), purpose).stream()
                .collect(Collectors.toMap(Grant::person, grant -> new Ground(basis, Optional.of(grant.receipt()))));
    }

    @Override
    public Set<PersonId> allowing(Collection<PersonId> people, String purpose) {
        return purposes.find(purpose)
                .map(known -> known.isChoice()
                        ? hold.free(decisions.granting(people, purpose), purpose).stream()
                                .map(Grant::person)
                                .collect(Collectors.toSet())
                        : hold.free(people, known.purpose()))
                .orElse(Set.of());
    }

    @Override
    public List<Objection> check(List<Act> acts) {
        List<Objection> objections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            Optional<KnownPurpose> known = purposes.find(act.purpose());
            if (known.isEmpty()) {
                objections.add(new Objection(i, "purpose", "is not a purpose of this site"));
            } else if (!known.get().isChoice()) {
                objections.add(new Objection(i, "purpose", "is not a choice"));
            } else if (!seen.add(act.purpose())) {
                objections.add(new Objection(i, "purpose", "is decided twice"));
            } else if (!known.get().textDigest().equals(act.textDigest())) {
                objections.add(new Objection(i, "textDigest", "is not the digest of the text now shown"));
            }
        }
        return objections;
    }

    @Override
    public List<Choice> record(PersonId person, Occasion occasion, List<Act> acts) {
        List<Objection> objections = check(acts);
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException("acts that cannot be recorded: " + objections);
        }
        if (!occasion.point().equals(Occasion.CHOICES)
                && points.find(occasion.point()).isEmpty()) {
            throw new IllegalArgumentException("no collection point " + occasion.point() + " is installed");
        }
        Circumstances now = circumstances.of(acts);
        List<Decision> recorded = transactions.required(
                () -> decisions.append(person, occasion, secondStep.heed(person, occasion, acts), now));
        return recorded.stream().map(RecordedConsent::choice).toList();
    }

    @Override
    public void signalled(PersonId person) {
        signal.heed(person);
    }

    @Override
    public List<Choice> choices(PersonId person) {
        Map<String, Decision> latest =
                decisions.latest(person).stream().collect(Collectors.toMap(Decision::purpose, Function.identity()));
        return purposes.all().stream()
                .filter(KnownPurpose::isChoice)
                .map(known -> known.purpose().id())
                .map(id -> Optional.ofNullable(latest.get(id))
                        .map(RecordedConsent::choice)
                        .orElseGet(() -> new Choice(id, false, Optional.empty(), Optional.empty())))
                .toList();
    }

    @Override
    public List<Decision> decisions(Collection<String> receipts) {
        return decisions.byReceipts(receipts);
    }

    @Override
    public Optional<String> receipt(PersonId person, String id) {
        return receipts.of(person, id).map(Signed::jws);
    }

    @Override
    public Optional<String> text(String digest) {
        return texts.find(digest);
    }

    private static Choice choice(Decision decision) {
        return new Choice(
                decision.purpose(),
                decision.granted(),
                Optional.of(decision.receipt()),
                Optional.of(decision.decidedAt()));
    }

    /** A purpose that is no choice, or whose capability is gone, is not offered. */
    private PointNotice notice(CollectionPoint point) {
        List<OfferedPurpose> offered = point.offers().stream()
                .map(purposes::find)
                .flatMap(Optional::stream)
                .filter(KnownPurpose::isChoice)
                .map(known -> new OfferedPurpose(
                        known.purpose().id(),
                        known.purpose().title(),
                        known.purpose().text(),
                        known.textDigest(),
                        false))
                .toList();
        return new PointNotice(point.id(), point.title(), point.fields(), offered);
    }
}

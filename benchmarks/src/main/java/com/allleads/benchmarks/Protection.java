package com.allleads.benchmarks;

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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the protection can be left out by giving the same code another part; the rest is left out on the class path. */
final class Protection {

    private Protection() {}

    /** Allows whatever is asked, and asks nobody. */
    record AllowsAll(Consent consent) implements Consent {

        @Override
        public boolean allows(PersonId person, String purpose) {
            return true;
        }

        @Override
        public Optional<Ground> ground(PersonId person, String purpose) {
            return Optional.of(new Ground(LegalBasis.CONTRACT, Optional.empty()));
        }

        @Override
        public Set<PersonId> allowing(Collection<PersonId> people, String purpose) {
            return new HashSet<>(people);
        }

        @Override
        public List<Purpose> purposes() {
            return consent.purposes();
        }

        @Override
        public Optional<Purpose> purpose(String id) {
            return consent.purpose(id);
        }

        @Override
        public Optional<PointNotice> point(String id) {
            return consent.point(id);
        }

        @Override
        public List<PointNotice> points() {
            return consent.points();
        }

        @Override
        public List<Objection> check(List<Act> acts) {
            return consent.check(acts);
        }

        @Override
        public List<Choice> record(PersonId person, Occasion occasion, List<Act> acts) {
            return consent.record(person, occasion, acts);
        }

        @Override
        public void signalled(PersonId person) {
            consent.signalled(person);
        }

        @Override
        public List<Choice> choices(PersonId person) {
            return consent.choices(person);
        }

        @Override
        public List<Decision> decisions(Collection<String> receipts) {
            return consent.decisions(receipts);
        }

        @Override
        public Optional<String> receipt(PersonId person, String id) {
            return consent.receipt(person, id);
        }

        @Override
        public Optional<String> text(String digest) {
            return consent.text(digest);
        }
    }
}

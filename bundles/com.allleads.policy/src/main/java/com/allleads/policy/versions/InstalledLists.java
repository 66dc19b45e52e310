package com.allleads.policy.versions;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.PointNotice.OfferedPurpose;
import com.allleads.api.consent.Purpose;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.policy.OutsideParties.InstalledParty;
import com.allleads.api.policy.RetentionSource;
import com.allleads.policy.versions.PolicyContent.Asked;
import com.allleads.policy.versions.PolicyContent.Kept;
import com.allleads.policy.versions.PolicyContent.Lists;
import com.allleads.policy.versions.PolicyContent.Party;
import com.allleads.policy.versions.PolicyContent.Point;
import com.allleads.policy.versions.PolicyContent.Use;
import com.allleads.spi.party.PartyDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The lists of the policy as they follow from what is installed at this moment, each in an order that stays. */
@Component(service = InstalledLists.class)
public final class InstalledLists {

    private final OutsideParties parties;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile Consent consent;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile List<RetentionSource> retention = List.of();

    @Activate
    public InstalledLists(@Reference OutsideParties parties) {
        this.parties = parties;
    }

    /** The lists; empty while nobody knows points and purposes. */
    public Optional<Lists> now() {
        return Optional.ofNullable(consent)
                .map(deciding -> new Lists(
                        deciding.points().stream().map(InstalledLists::point).toList(),
                        deciding.purposes().stream()
                                .map(InstalledLists::use)
                                .sorted(Comparator.comparing(Use::id))
                                .toList(),
                        parties.installed().stream().map(InstalledLists::party).toList(),
                        retention.stream()
                                .flatMap(source -> source.kept().stream())
                                .map(kept -> new Kept(kept.what(), kept.howLong()))
                                .sorted(Comparator.comparing(Kept::what))
                                .toList()));
    }

    private static Point point(PointNotice notice) {
        return new Point(
                notice.id(),
                notice.title(),
                notice.fields().stream()
                        .map(field -> new Asked(field.name(), field.use(), field.required()))
                        .toList(),
                notice.purposes().stream().map(OfferedPurpose::purpose).toList());
    }

    private static Use use(Purpose purpose) {
        return new Use(
                purpose.id(),
                purpose.title(),
                purpose.text(),
                purpose.basis().name(),
                purpose.fields().stream().sorted().toList(),
                purpose.waitsForAcceptance());
    }

    private static Party party(InstalledParty party) {
        PartyDeclaration declared = party.declaration();
        return new Party(
                declared.name(),
                declared.legalName(),
                party.role(),
                declared.receives().stream().map(InstalledLists::word).sorted().toList(),
                declared.retention(),
                declared.uses().stream().map(InstalledLists::word).sorted().toList(),
                declared.policy().toString());
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

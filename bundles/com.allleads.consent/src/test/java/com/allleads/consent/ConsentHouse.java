package com.allleads.consent;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.api.proof.Signer;
import com.allleads.consent.asking.Asked;
import com.allleads.consent.asking.AskingRules;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.ShownTexts;
import com.allleads.consent.decisions.TextDigest;
import com.allleads.consent.decisions.UnderWay;
import com.allleads.consent.gpc.HeededSignal;
import com.allleads.consent.gpc.Sightings;
import com.allleads.consent.receipts.Receipts;
import com.allleads.consent.terms.CurrentCircumstances;
import com.allleads.consent.terms.KeptTerms;
import com.allleads.consent.terms.PurposeTerms;
import com.allleads.store.testing.Configurations;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.framework.ServiceReference;

/** Consent put together as the container does it, with a registration form and three purposes. */
public final class ConsentHouse {

    public static final Purpose ACCOUNT =
            new Purpose(Purpose.ACCOUNT, "Your account", "To run your account.", LegalBasis.CONTRACT);
    public static final Purpose NEWS =
            new Purpose("news", "News", "You may send me news of the site.", LegalBasis.CHOICE);
    public static final Purpose SURVEYS =
            new Purpose("surveys", "Surveys", "You may ask me how satisfied I am.", LegalBasis.CHOICE);

    /** Sells, shares or targets; not declared unless a test does. */
    public static final Purpose OFFERS =
            new Purpose("offers", "Offers", "You may send me offers of others.", LegalBasis.CHOICE, true);

    public final KnownPurposes purposes = new KnownPurposes();
    public final KnownPoints points = new KnownPoints();
    public final UnderWay underWay = new UnderWay();
    public final Decisions decisions;
    public final ShownTexts texts;
    public final Receipts receipts;
    public final Sightings sightings;
    public final SecondStep secondStep;
    public final ConsentSettings settings;
    public final Asked asked;
    public final PurposeTerms terms;
    public final CurrentCircumstances circumstances;
    public final VersionHold hold = new VersionHold();
    public final RecordedConsent consent;

    public ConsentHouse(StoreRule store, Signer signer) {
        this(store, signer, Map.of());
    }

    /** With some settings, each by the name of its method in the configuration. */
    public ConsentHouse(StoreRule store, Signer signer, Map<String, ?> configured) {
        settings = new ConsentSettings(Configurations.with(ConsentConfiguration.class, configured));
        terms = new PurposeTerms(settings, points);
        circumstances = new CurrentCircumstances(purposes, terms, new KeptTerms(store.jdbi()), settings);
        asked = new Asked(store.jdbi());
        decisions = new Decisions(store.jdbi(), underWay);
        sightings = new Sightings(store.jdbi());
        secondStep = new SecondStep(purposes, decisions);
        texts = new ShownTexts(store.jdbi());
        receipts = new Receipts(decisions, texts, signer);
        consent = new RecordedConsent(
                purposes,
                points,
                texts,
                decisions,
                receipts,
                secondStep,
                new HeededSignal(purposes, decisions, sightings, circumstances, store.transactions()),
                hold,
                circumstances,
                store.transactions());
        declare(0, NEWS, SURVEYS);
        declare(1, ACCOUNT);
        install(0, form("registration", "news", "surveys", "not-installed"));
    }

    /** The rules of asking at a time. */
    public AskingRules asking(Clock clock) {
        return new AskingRules(purposes, decisions, asked, settings, clock);
    }

    /** Installs who keeps the versions of the policy. */
    public void keepVersions(PolicyTerms policy) {
        hold.policy = policy;
        circumstances.policy = policy;
    }

    /** Declares purposes as a capability does; the reference is for withdrawing them. */
    public ServiceReference<PurposeSource> declare(int ranking, Purpose... declared) {
        PurposeSource source = () -> List.of(declared);
        ServiceReference<PurposeSource> reference = new FakeReference<>(ranking);
        texts.add(source);
        purposes.add(reference, source);
        return reference;
    }

    public void withdraw(ServiceReference<PurposeSource> reference) {
        purposes.remove(reference);
    }

    public void install(int ranking, CollectionPoint point) {
        points.add(new FakeReference<>(ranking), point);
    }

    public static CollectionPoint form(String id, String... offers) {
        return new Form(id, List.of(offers));
    }

    /** An act about a purpose as it is worded here. */
    public static Act act(Purpose purpose, boolean granted) {
        return new Act(purpose.id(), granted, digest(purpose));
    }

    public static String digest(Purpose purpose) {
        return TextDigest.of(purpose.text());
    }

    private record Form(String id, List<String> offers) implements CollectionPoint {

        @Override
        public String title() {
            return "A form";
        }

        @Override
        public List<AskedField> fields() {
            return List.of(new AskedField("email", "To write to you.", true));
        }
    }
}

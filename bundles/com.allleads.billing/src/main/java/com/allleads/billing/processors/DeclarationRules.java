package com.allleads.billing.processors;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a processor must declare before it gets anything (promise {@code processors.bound}). */
final class DeclarationRules {

    /** What every charge hands over. */
    static final Set<PartyField> HANDED_OVER =
            EnumSet.of(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE);

    private static final Pattern HOST = Pattern.compile("https://[a-z0-9.-]+(:\\d{1,5})?");

    private static final Pattern THIS_MACHINE = Pattern.compile("http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");

    private DeclarationRules() {}

    /** Why a processor with this declaration is refused; empty where it is not. */
    static Optional<String> refusal(PartyDeclaration declared) {
        if (declared == null) {
            return Optional.of("it declares nothing");
        }
        if (declared.uses().contains(PartyUse.SECONDARY)) {
            return Optional.of("it declares a secondary use of personal data");
        }
        if (declared.uses().isEmpty()) {
            return Optional.of("it does not declare what it uses the data for");
        }
        if (!declared.receives().containsAll(HANDED_OVER)) {
            return Optional.of("it does not declare all that a charge hands over: " + HANDED_OVER);
        }
        if (declared.legalName().isBlank() || declared.retention().isBlank()) {
            return Optional.of("it does not declare its legal name and what it keeps");
        }
        if (!declared.policy().isAbsolute()) {
            return Optional.of("it does not declare where its own privacy policy is");
        }
        return Optional.empty();
    }

    /** Why a processor whose form needs these hosts is refused; empty where it is not. */
    static Optional<String> refusalOfHosts(Set<String> hosts) {
        return hosts.stream()
                .filter(host -> !HOST.matcher(host).matches())
                .findFirst()
                .map(host -> "its form needs a host that is not named as in https://js.processor.example");
    }

    /** Why a processor that sends people to pages on these hosts is refused; empty where it is not. */
    static Optional<String> refusalOfSetupHosts(Set<String> hosts) {
        return hosts.stream()
                .filter(host -> !HOST.matcher(host).matches()
                        && !THIS_MACHINE.matcher(host).matches())
                .findFirst()
                .map(host -> "it sends people to a host that is not named as in https://pay.processor.example");
    }
}

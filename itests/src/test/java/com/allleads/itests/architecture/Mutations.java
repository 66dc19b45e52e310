package com.allleads.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A check that cannot fail proves nothing. So each has a test that breaks what it watches, by a wrong row or by going past the
 * mechanism, and sees the promise broken. Here stands which one.
 */
final class Mutations {

    /** By the class of the check: the test's class and method. */
    private static final Map<String, String> TESTS = Map.ofEntries(
            Map.entry("ActsUnaltered", "AuditTrailTest#anAlteredEntryBreaksThePromise"),
            Map.entry("LooksRecorded", "AuditTrailTest#aLookPastTheRecordBreaksThePromise"),
            Map.entry("LedgerUnaltered", "PromisesTest#ledgerUnalteredHoldsAndFindsAnAlteration"),
            Map.entry("NoCardNumbers", "PromisesTest#noCardNumbersHoldsAndFindsOneThatAProcessorLetSlip"),
            Map.entry("ProcessorsBound", "PromisesTest#processorsBoundHoldsAndFindsAFieldThatWasNotDeclared"),
            Map.entry("OrdersByRegistered", "OrdersByRegisteredTest#isKeptWhileEveryoneIsRegisteredAndBrokenOtherwise"),
            Map.entry("WorksWithoutCookies", "WorksWithoutCookiesTest#isBrokenWhereAStoryFailedWithoutCookies"),
            Map.entry("ProtectedAgainstLoss", "ProtectedAgainstLossTest#isBrokenByABackupThatIsNoGood"),
            Map.entry("HeadsFound", "SignedHeadsFileTest#findsAChainThatWasCut"),
            Map.entry("ActedDecisions", "ConsentPromisesTest#findsAgreementsToATextThatWasNeverShown"),
            Map.entry("HonouredSignal", "ConsentPromisesTest#findsAgreementsRecordedAgainstTheSignal"),
            Map.entry("OfferedChoices", "ConsentPromisesTest#findsUsesThatAreImposed"),
            Map.entry("EveryStrangerBoxed", "EveryStrangerBoxedTest#isBrokenByAStrangerThatRanBeforeTheWall"),
            Map.entry("ChosenMessages", "ChosenMessagesTest#findsMessagesOlderThanTheirDecision"),
            Map.entry("AnnouncedToAll", "AnnouncedToAllTest#isBrokenByAnActiveAccountWithoutItsMessage"),
            Map.entry("ChangesAccepted", "ChangesAcceptedTest#findsUsesUnderAVersionThatWasNotAccepted"),
            Map.entry(
                    "OutsidePartiesAnnounced", "InstalledAdaptersTest#breaksThePromiseForAnAdapterThatDeclaresNothing"),
            Map.entry("ContactReviewOffered", "HousekeepingTest#remindsOnceWhoDidNotReviewForAYear"),
            Map.entry("CorrectableAccounts", "RegistrationPromisesTest#correctionIsBrokenByAnAccountWithoutItsPerson"),
            Map.entry("LastingCookies", "RegistrationPromisesTest#cookiesAreBrokenByASessionThatDoesNotEnd"),
            Map.entry("PasswordsHashed", "RegistrationPromisesTest#misuseIsBrokenByAPasswordInClear"),
            Map.entry("SessionCookies", "RegistrationPromisesTest#cookiesAreBrokenByASessionThatDoesNotEnd"),
            Map.entry("WelcomeSent", "RegistrationPromisesTest#welcomeIsBrokenByAnAccountWithoutItsMessage"),
            Map.entry("AllowedUses", "VaultPromisesTest#findsUsesWithoutADecision"),
            Map.entry("AnsweredInTime", "VaultPromisesTest#findsRequestsThatNobodyAnswered"),
            Map.entry("AppliedCorrections", "VaultPromisesTest#findsCorrectionsThatWereUndone"),
            Map.entry("DeclaredCollection", "VaultPromisesTest#findsValuesOfFieldsThatNobodyDeclared"),
            Map.entry("EncryptedValues", "VaultPromisesTest#findsValuesInClear"),
            Map.entry("ErasedForGood", "VaultPromisesTest#findsPeopleWhoseDataCanBeReadAfterTheirErasure"),
            Map.entry("UnbrokenRecord", "VaultPromisesTest#findsUsesThatWereChanged"));

    private static final String BROKEN = "BROKEN|\\bbroken\\(";

    private Mutations() {}

    /** What is missing, or what the test that is named does not do; empty where it sees the check break. */
    static Optional<String> missing(Path root, String bundle, String check) {
        String test = TESTS.get(check);
        if (test == null) {
            return Optional.of("no test of it is named in Mutations");
        }
        String[] name = test.split("#", 2);
        Optional<String> source = source(root.resolve("bundles").resolve(bundle).resolve("src/test/java"), name[0]);
        if (source.isEmpty()) {
            return Optional.of("there is no " + name[0]);
        }
        // To the end of the method, as it is formatted.
        Matcher method = Pattern.compile("@Test\\s+public void " + name[1] + "\\(\\).*?\\n    }\\n", Pattern.DOTALL)
                .matcher(source.get());
        if (!method.find()) {
            return Optional.of("there is no test " + test);
        }
        if (!source.get().matches("(?s).*\\b" + check + "\\b.*")) {
            return Optional.of(name[0] + " does not know it");
        }
        return Pattern.compile(BROKEN).matcher(method.group()).find()
                ? Optional.empty()
                : Optional.of(test + " does not see it broken");
    }

    private static Optional<String> source(Path tests, String name) {
        if (!Files.isDirectory(tests)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(tests)) {
            Optional<Path> found = files.filter(
                            file -> file.getFileName().toString().equals(name + ".java"))
                    .findFirst();
            return found.isEmpty() ? Optional.empty() : Optional.of(Files.readString(found.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

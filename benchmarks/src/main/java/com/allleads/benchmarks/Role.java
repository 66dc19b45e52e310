package com.allleads.benchmarks;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Who works with personal data and what each does how often, in hundredths: the roles and shares of GDPRbench (VLDB 2020). */
enum Role {
    /** Keeps people's data and what governs it. */
    CONTROLLER(List.of(
            new Share(25, PrivacySite::create), new Share(25, PrivacySite::erase), new Share(50, PrivacySite::decide))),
    /** Uses the rights that the law gives. */
    CUSTOMER(List.of(
            new Share(20, PrivacySite::readOwn),
            new Share(20, PrivacySite::readUses),
            new Share(20, PrivacySite::correct),
            new Share(20, PrivacySite::decide),
            new Share(20, PrivacySite::erase))),
    /** Reads what the services need. */
    PROCESSOR(List.of(new Share(80, PrivacySite::readForService), new Share(20, PrivacySite::findAndRead))),
    /** Looks into what was done. */
    REGULATOR(List.of(
            new Share(46, PrivacySite::readDecisions),
            new Share(31, PrivacySite::readUses),
            new Share(23, PrivacySite::verifyErasure)));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Share> shares;

    Role(List<Share> shares) {
        this.shares = shares;
    }

    /** Does one of the things, by chance. */
    void work(PrivacySite site) {
        int chance = ThreadLocalRandom.current().nextInt(100);
        for (Share share : shares) {
            chance -= share.hundredths();
            if (chance < 0) {
                share.work().accept(site);
                return;
            }
        }
    }

    /** How often something is done. */
    private record Share(int hundredths, Consumer<PrivacySite> work) {}
}

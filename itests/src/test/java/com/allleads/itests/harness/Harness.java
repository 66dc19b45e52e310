package com.allleads.itests.harness;

import com.allleads.itests.outside.Site;
import java.util.Random;
import java.util.function.Consumer;

/** Rounds on one platform, of which each is audited with everything that was before. */
final class Harness implements AutoCloseable {

    private final Site site;
    private final Database database;
    private final Clients clients;
    private final Operator operator;
    private final Random random;

    Harness(Site site, Database database, int clients, long seed) {
        this.site = site;
        this.database = database;
        this.operator = new Operator(site);
        this.random = new Random(seed);
        this.clients = new Clients(site, clients, seed);
    }

    /** Plays so many rounds, or until one finds something. */
    void play(int rounds, Consumer<Round.Result> report) {
        boolean clean = true;
        for (int i = 0; i < rounds && clean; i++) {
            Round.Result result =
                    new Round(site, database, clients, operator).play(Plan.next(random, database.canBeKilled()));
            report.accept(result);
            clean = result.findings().isEmpty();
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}

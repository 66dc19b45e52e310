package com.allleads.billing.ledger;

import com.allleads.api.proof.ChainSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger's chains, for the file of signed heads. */
@Component(service = {ChainSource.class, LedgerChains.class})
public final class LedgerChains implements ChainSource {

    private final Jdbi jdbi;

    @Activate
    public LedgerChains(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "billing-ledger";
    }

    @Override
    public List<Head> heads() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name, links, head FROM billing_chain WHERE links > 0")
                .map((row, context) -> new Head(row.getString("name"), row.getLong("links"), row.getString("head")))
                .list());
    }

    @Override
    public Optional<String> hash(String chain, long links) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT l.hash FROM billing_link l"
                        + " JOIN billing_chain c ON c.id = l.chain WHERE c.name = :chain AND l.place = :links")
                .bind("chain", chain)
                .bind("links", links)
                .mapTo(String.class)
                .findOne());
    }
}

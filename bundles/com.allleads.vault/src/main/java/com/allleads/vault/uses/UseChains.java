package com.allleads.vault.uses;

import com.allleads.api.proof.ChainSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The chains of the record of uses, one for each node, for the file of signed heads. */
@Component(service = {ChainSource.class, UseChains.class})
public final class UseChains implements ChainSource {

    private static final HexFormat HEX = HexFormat.of();

    private final Jdbi jdbi;

    @Activate
    public UseChains(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "vault-uses";
    }

    @Override
    public List<Head> heads() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT writer, batches, head FROM vault_use_chain WHERE batches > 0")
                        .map((row, context) -> new Head(
                                row.getString("writer"), row.getLong("batches"), HEX.formatHex(row.getBytes("head"))))
                        .list());
    }

    @Override
    public Optional<String> hash(String chain, long links) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT b.hash FROM vault_use_batch b"
                        + " JOIN vault_use_chain c ON c.id = b.chain WHERE c.writer = :chain AND b.batch = :links")
                .bind("chain", chain)
                .bind("links", links)
                .map((row, context) -> HEX.formatHex(row.getBytes("hash")))
                .findOne());
    }
}

package com.allleads.backup.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.backup.BackupRun;
import com.allleads.backup.Backups;
import com.allleads.backup.OperatorActs;
import com.allleads.backup.copy.Contents;
import com.allleads.backup.files.BackupRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The backups, for whoever watches or triggers them from outside. Restoring is left to the console and the page. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/backups")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.VIEWER)
public final class BackupsResource implements RestResource {

    private final Backups backups;
    private final BackupRun run;
    private final OperatorActs acts;

    @Activate
    public BackupsResource(@Reference Backups backups, @Reference BackupRun run, @Reference OperatorActs acts) {
        this.backups = backups;
        this.run = run;
        this.acts = acts;
    }

    @GET
    @Summary(
            "The backups of the data, newest first, then that of the key store; each is verified once it was restored.")
    public Slice<Item> all() {
        return new Slice<>(
                Stream.concat(backups.all(Contents.DATA).stream(), backups.all(Contents.KEYS).stream())
                        .map(Item::of)
                        .toList(),
                Optional.empty());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Access(Access.Role.OPERATOR)
    @Answers(status = 202)
    @Summary("Begins a backup, unless one is under way; the list tells when it is there and verified.")
    public Response make(@Context SecurityContext security) {
        return acts.perform(OperatorAct.byRest((Caller) security.getUserPrincipal(), "backup"), () -> {
            run.make();
            return Response.accepted().build();
        });
    }

    /**
     * A backup.
     *
     * @param file its name
     * @param contents whether of the data or the keys
     * @param madeAt when the copy was current
     * @param version of the site that made it
     * @param bytes its size
     * @param rows how many rows it has
     * @param state whether it can be relied on
     * @param problem what is wrong with it
     */
    public record Item(
            String file,
            String contents,
            Instant madeAt,
            String version,
            long bytes,
            long rows,
            String state,
            Optional<String> problem) {

        static Item of(BackupRecord backup) {
            return new Item(
                    backup.file(),
                    backup.contents().prefix(),
                    Instant.ofEpochMilli(backup.madeAt()),
                    backup.version(),
                    backup.bytes(),
                    backup.rows(),
                    backup.state().name().toLowerCase(Locale.ROOT),
                    backup.problem());
        }
    }
}

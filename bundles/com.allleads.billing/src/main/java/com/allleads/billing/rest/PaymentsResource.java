package com.allleads.billing.rest;

import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's payments by card, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/payments")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.VIEWER)
public final class PaymentsResource implements RestResource {

    private final TopUps topUps;

    @Activate
    public PaymentsResource(@Reference TopUps topUps) {
        this.topUps = topUps;
    }

    @GET
    @Summary("Payments, newest first, of one status or of any.")
    public Slice<Payment> all(
            @Takes(TopUpStatus.class) @QueryParam("status") String status,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        return topUps.all(status(status), paging.limit(), Cursors.number(paging))
                .map(Payment::of);
    }

    private static Optional<TopUpStatus> status(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(TopUpStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be one of " + Arrays.toString(TopUpStatus.values()))
                        .exception()));
    }

    /**
     * A payment.
     *
     * @param id the top-up
     * @param person whose
     * @param processor who was asked
     * @param key names the charge to the processor
     * @param amount how much
     * @param status what is known of it
     * @param at when it was asked for
     * @param changedAt when the status changed last
     * @param checks how often the processor was asked since what became of it
     * @param reason what the person is told
     * @param note what happened, for the operator
     */
    public record Payment(
            String id,
            String person,
            String processor,
            String key,
            Money amount,
            TopUpStatus status,
            Instant at,
            Instant changedAt,
            int checks,
            Optional<String> reason,
            Optional<String> note) {

        static Payment of(TopUp topUp) {
            return new Payment(
                    topUp.id(),
                    topUp.person().toString(),
                    topUp.processor(),
                    topUp.chargeKey(),
                    topUp.amount(),
                    topUp.status(),
                    topUp.madeAt(),
                    topUp.changedAt(),
                    topUp.checks(),
                    topUp.reason(),
                    topUp.note());
        }
    }
}

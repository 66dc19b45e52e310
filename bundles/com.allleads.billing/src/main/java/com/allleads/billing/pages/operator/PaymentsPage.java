package com.allleads.billing.pages.operator;

import com.allleads.api.person.Slice;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.billing.pages.Positions;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's payments by card, newest first, and those that are not decided yet. */
@Component(service = Page.class, property = "allleads.command=allleads:payments")
public final class PaymentsPage implements Page {

    static final String PATH = "/operator/payments";

    private static final int PER_PAGE = 50;
    private static final List<StatusOption> STATUSES = Stream.of(TopUpStatus.values())
            .map(status -> new StatusOption(status.name(), Text.of("status." + status)))
            .toList();

    private final TopUps topUps;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public PaymentsPage(@Reference TopUps topUps) {
        this.topUps = topUps;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "payments.title", Access.Role.VIEWER, "payments.menu", 210);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Optional<TopUpStatus> wanted = request.parameter("status").map(PaymentsPage::status);
        Slice<TopUp> part = topUps.all(wanted, PER_PAGE, Positions.cursor(request));
        Instant now = clock.instant();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "payments",
                part.items().stream()
                        .map(topUp -> ShownPayment.of(topUp, true, now))
                        .toList());
        model.put("next", part.next());
        model.put("open", ShownOpen.all(topUps.open(), now));
        model.put("statuses", STATUSES);
        model.put("wanted", wanted.map(Enum::name).orElse(""));
        model.put("more", PATH + wanted.map(status -> "?status=" + status).orElse(""));
        return PageAnswer.show(PaymentsPage.class, "payments.ftl", model);
    }

    private static TopUpStatus status(String name) {
        return Stream.of(TopUpStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be one of the statuses of a payment")
                        .exception());
    }

    /**
     * A status to choose.
     *
     * @param value its name
     * @param label what it is called
     */
    public record StatusOption(String value, Text label) {}
}

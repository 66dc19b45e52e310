package com.allleads.audit.pages;

import com.allleads.api.audit.Channel;
import com.allleads.api.audit.Subject;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.audit.ActFilter;
import com.allleads.audit.ActState;
import com.allleads.audit.ChainVerification;
import com.allleads.audit.RecordedAct;
import com.allleads.audit.RecordedActs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators did, and whether the record of it is whole. */
@Component(service = Page.class, property = "allleads.command=allleads:audit")
public final class OperatorActsPage implements Page {

    private static final String PATH = "/operator/acts";
    private static final int PER_PAGE = 50;
    private static final List<String> FILTERS = List.of("operator", "action", "subject", "channel", "state");
    private static final List<Choice> CHANNELS = Stream.of(Channel.values())
            .map(channel -> new Choice(channel.name(), Text.of("channel." + channel)))
            .toList();
    private static final List<Choice> STATES = Stream.of(ActState.values())
            .map(state -> new Choice(state.name(), Text.of("state." + state)))
            .toList();

    private final RecordedActs acts;
    private final ChainVerification verification;

    @Activate
    public OperatorActsPage(@Reference RecordedActs acts, @Reference ChainVerification verification) {
        this.acts = acts;
        this.verification = verification;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "acts.title", Access.Role.OPERATOR, "acts.menu", 870);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        ActFilter filter = ActFilter.read(
                given(request, "operator"),
                given(request, "action"),
                given(request, "subject"),
                given(request, "channel"),
                given(request, "state"),
                "");
        Slice<ShownAct> part = acts.find(filter, new Paging(PER_PAGE, request.parameter("cursor")))
                .map(ShownAct::of);
        Map<String, Object> model = new HashMap<>();
        FILTERS.forEach(name -> model.put(name, given(request, name)));
        model.put("channels", CHANNELS);
        model.put("states", STATES);
        model.put("acts", part.items());
        model.put("next", part.next());
        model.put("more", PATH + query(request));
        model.put("verified", verification.verify());
        return PageAnswer.show(OperatorActsPage.class, "acts.ftl", model);
    }

    private static String given(PageRequest request, String name) {
        return request.parameter(name).orElse("");
    }

    private static String query(PageRequest request) {
        String pairs = FILTERS.stream()
                .flatMap(
                        name -> request
                                .parameter(name)
                                .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                                .stream())
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    /**
     * A value to choose.
     *
     * @param value its name
     * @param label what operators call it
     */
    public record Choice(String value, Text label) {}

    /**
     * An act as operators see it.
     *
     * @param number its place in the record
     * @param at when it began
     * @param operator who did it
     * @param channel by what
     * @param action what
     * @param kind what kind of thing it was done to
     * @param subject its identifier
     * @param reason why
     * @param state where it stands
     * @param problem why it was refused
     */
    public record ShownAct(
            long number,
            Instant at,
            String operator,
            String channel,
            String action,
            Optional<String> kind,
            Optional<String> subject,
            Optional<String> reason,
            String state,
            Optional<String> problem) {

        static ShownAct of(RecordedAct act) {
            return new ShownAct(
                    act.number(),
                    act.at(),
                    act.operator(),
                    act.channel().name(),
                    act.action(),
                    act.subject().map(Subject::kind),
                    act.subject().map(Subject::id),
                    act.reason(),
                    act.state().name(),
                    act.problem());
        }

        /** Leaves the reason out. */
        @Override
        public String toString() {
            return "ShownAct[" + number + "]";
        }
    }
}

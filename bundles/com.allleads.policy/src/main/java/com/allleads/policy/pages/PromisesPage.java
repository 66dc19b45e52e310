package com.allleads.policy.pages;

import com.allleads.api.policy.PromiseState;
import com.allleads.api.policy.Promises;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every promise with where it stands. */
@Component(service = Page.class, property = "allleads.command=allleads:promises")
public final class PromisesPage implements Page {

    static final String PATH = "/operator/promises";

    private final Promises promises;

    @Activate
    public PromisesPage(@Reference Promises promises) {
        this.promises = promises;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "promises.title", Access.Role.VIEWER, "promises.menu", 400);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Optional<PromiseState> state = request.parameter("state").flatMap(PromisesPage::known);
        return PageAnswer.show(
                PromisesPage.class,
                "promises.ftl",
                Map.of(
                        "promises",
                        promises.reports().stream()
                                .filter(report -> state.isEmpty() || report.state() == state.get())
                                .toList(),
                        "state",
                        state.map(PromiseState::name).orElse("")));
    }

    private static Optional<PromiseState> known(String name) {
        return Stream.of(PromiseState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}

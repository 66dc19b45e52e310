package com.allleads.billing.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Problem;
import com.allleads.billing.cards.AddCardAnswer;
import com.allleads.billing.cards.BeginCardSetupAnswer;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.CardSetups;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.rest.CardSetupsResource;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CardForm;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A person's cards. Each processor that takes payments at this moment brings the form by which its cards are added, and says
 * what it receives and keeps before anything is sent to it.
 */
@Component(service = Page.class)
public final class CardsPage implements Page {

    private static final String PATH = "/account/cards";

    private final Cards cards;
    private final CardSetups setups;
    private final Processors processors;

    @Activate
    public CardsPage(@Reference Cards cards, @Reference CardSetups setups, @Reference Processors processors) {
        this.cards = cards;
        this.setups = setups;
        this.processors = processors;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "cards.title", Access.Role.PERSON, "cards.menu", 120);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        if (!request.submitted()) {
            setups.hurry(person);
            return PageAnswer.show(CardsPage.class, "cards.ftl", model(person, Form.blank(), ""))
                    .withHosts(hosts(InstalledProcessor::cardFormHosts))
                    .leavingFor(hosts(InstalledProcessor::cardSetupHosts));
        }
        if (request.parameter("leave").isPresent()) {
            return leave(person, request);
        }
        return request.parameter("remove").map(id -> remove(person, id)).orElseGet(() -> add(person, request));
    }

    private PageAnswer remove(PersonId person, String id) {
        if (!cards.remove(person, id)) {
            throw Problem.notFound("A card with this id").exception();
        }
        return PageAnswer.goTo(PATH, "cards.removed");
    }

    /** Whoever comes here by their browser's "back" begins anew, as the page of a set-up that is through is good for nothing. */
    private PageAnswer leave(PersonId person, PageRequest request) {
        String processor = request.parameter("processor").orElse("");
        IdempotencyKey once = new IdempotencyKey(UUID.randomUUID().toString(), "0".repeat(64));
        BeginCardSetupAnswer answer = setups.begin(person, processor, once);
        if (answer instanceof BeginCardSetupAnswer.Begun begun) {
            return new PageAnswer.Leave(begun.address());
        }
        if (answer instanceof BeginCardSetupAnswer.Unavailable unavailable) {
            return refused(person, request, refusal(new AddCardAnswer.Unavailable(unavailable.reason())));
        }
        return refused(
                person,
                request,
                answer instanceof BeginCardSetupAnswer.TooMany
                        ? CardSetupsResource.tooMany()
                        : refusal(new AddCardAnswer.NoSuchProcessor()));
    }

    private PageAnswer add(PersonId person, PageRequest request) {
        String processor = request.parameter("processor").orElse("");
        String token = request.parameter("token").orElse("");
        if (token.isEmpty()) {
            return refused(person, request, refusal(new AddCardAnswer.Rejected("Enter the token that it gave you.")));
        }
        AddCardAnswer answer = cards.add(person, processor, token);
        if (answer instanceof AddCardAnswer.Added added) {
            return PageAnswer.goTo(PATH, "cards.added", ShownTopUp.label(added.card()));
        }
        return refused(person, request, refusal(answer));
    }

    private static Problem refusal(AddCardAnswer answer) {
        if (answer instanceof AddCardAnswer.Rejected rejected) {
            return Problem.of(422, "card-rejected", "The card was not added.", rejected.reason());
        }
        if (answer instanceof AddCardAnswer.Unavailable unavailable) {
            return Problem.of(503, "unavailable", "The card was not added.", unavailable.reason());
        }
        return Problem.of(
                422,
                "no-such-processor",
                "The card was not added.",
                "This processor takes no payments any more; choose another one.");
    }

    /** The token is a secret of the person and the processor and is not shown again. */
    private PageAnswer refused(PersonId person, PageRequest request, Problem problem) {
        Form form = Form.entered(request, "token").refused(problem);
        return PageAnswer.showInvalid(
                        CardsPage.class,
                        "cards.ftl",
                        model(person, form, request.parameter("processor").orElse("")))
                .withHosts(hosts(InstalledProcessor::cardFormHosts))
                .leavingFor(hosts(InstalledProcessor::cardSetupHosts));
    }

    /** What the forms on this page need or lead to, and no other page lets in. */
    private Set<String> hosts(Function<InstalledProcessor, Set<String>> needed) {
        return processors.active().stream()
                .flatMap(processor -> needed.apply(processor).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Object> model(PersonId person, Form form, String refusedAt) {
        List<InstalledProcessor> active = processors.active();
        List<String> names = active.stream().map(InstalledProcessor::name).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("refusedAt", refusedAt);
        model.put("processors", active.stream().map(ShownProcessor::of).toList());
        model.put(
                "cards",
                cards.of(person).stream()
                        .map(card -> ShownCard.of(card, names.contains(card.processor())))
                        .toList());
        return model;
    }

    /**
     * A card as its owner sees it.
     *
     * @param id names it
     * @param label what it is called
     * @param processor its processor
     * @param addedAt since when
     * @param usable whether its processor takes payments now
     */
    public record ShownCard(String id, String label, String processor, Instant addedAt, boolean usable) {

        static ShownCard of(Card card, boolean usable) {
            return new ShownCard(card.id(), ShownTopUp.label(card), card.processor(), card.addedAt(), usable);
        }
    }

    /**
     * A processor with its form.
     *
     * @param name its short name
     * @param legalName who it is before the law
     * @param outside whether it is another company
     * @param receives what it may be handed
     * @param retention what it keeps
     * @param uses what it does with it
     * @param policy its own privacy policy
     * @param instruction how a card is added
     * @param samples tokens to choose from
     * @param redirects whether a card is added on the processor's own pages
     */
    public record ShownProcessor(
            String name,
            String legalName,
            boolean outside,
            List<String> receives,
            String retention,
            List<String> uses,
            String policy,
            String instruction,
            List<CardForm.Sample> samples,
            boolean redirects) {

        static ShownProcessor of(InstalledProcessor processor) {
            PartyDeclaration declared = processor.declared();
            return new ShownProcessor(
                    declared.name(),
                    declared.legalName(),
                    declared.outside(),
                    declared.receives().stream().sorted().map(PartyField::name).toList(),
                    declared.retention(),
                    declared.uses().stream().sorted().map(PartyUse::name).toList(),
                    declared.policy().toString(),
                    processor.cardForm().instruction(),
                    processor.cardForm().samples(),
                    processor.addsCardsByRedirect());
        }
    }
}

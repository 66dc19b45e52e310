package com.allleads.billing.pages;

import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On a person's start page: what they can spend, and which of their latest top-ups are not decided yet. */
@Component(service = Panel.class)
public final class BalancePanel implements Panel {

    private static final int LATEST = 10;

    private final PrepaidBalances balances;
    private final Cards cards;
    private final TopUps topUps;

    @Activate
    public BalancePanel(@Reference PrepaidBalances balances, @Reference Cards cards, @Reference TopUps topUps) {
        this.balances = balances;
        this.cards = cards;
        this.topUps = topUps;
    }

    @Override
    public Info info() {
        return Info.forPeople("balance.title", 110, BalancePage.PATH);
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        List<TopUp> open = topUps.of(person, LATEST, Optional.empty()).items().stream()
                .filter(topUp -> !topUp.status().isFinal())
                .toList();
        return PageAnswer.show(
                BalancePanel.class,
                "balance-panel.ftl",
                Map.of(
                        "available", balances.balance(person).available(),
                        "open", ShownTopUp.all(open, List.of()),
                        "hasCard", !cards.of(person).isEmpty()));
    }
}

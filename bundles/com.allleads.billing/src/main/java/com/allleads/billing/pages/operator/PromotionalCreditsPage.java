package com.allleads.billing.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.ledger.AccountKind;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.pages.EnteredAmount;
import com.allleads.billing.promotions.Grant;
import com.allleads.billing.promotions.Promotions;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives promotional credit. */
@Component(service = Page.class, property = "allleads.command=allleads:credit-give")
public final class PromotionalCreditsPage implements Page {

    private static final String PATH = "/operator/promotional-credits";

    private final Promotions promotions;
    private final BillingSettings settings;
    private final LedgerAccounts accounts;
    private final OperatorActs acts;

    @Activate
    public PromotionalCreditsPage(
            @Reference Promotions promotions,
            @Reference BillingSettings settings,
            @Reference LedgerAccounts accounts,
            @Reference OperatorActs acts) {
        this.promotions = promotions;
        this.settings = settings;
        this.accounts = accounts;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "credits.title", Access.Role.VIEWER, "credits.menu", 224);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            Form form = Form.filled(request.parameter("person")
                    .map(person -> Map.of("person", person))
                    .orElse(Map.of()));
            return PageAnswer.show(PromotionalCreditsPage.class, "credits.ftl", model(form));
        }
        try {
            Money amount = EnteredAmount.of(request.parameter("amount").orElse(""), settings.currency());
            Grant grant = Grant.checked(
                    request.parameter("person").orElse(""),
                    amount,
                    request.parameter("reason").orElse(""),
                    request.caller().getName(),
                    request.submission("person", "amount", "reason"));
            acts.perform(
                    OperatorAct.byPage(request.caller(), "credit-give")
                            .on(Subject.PERSON, grant.person().toString())
                            .because(grant.reason()),
                    () -> promotions.grant(grant).orRefuse());
            return PageAnswer.goTo(PATH, "credits.given", amount);
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem()).again();
            return PageAnswer.showInvalid(PromotionalCreditsPage.class, "credits.ftl", model(form));
        }
    }

    private Map<String, Object> model(Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("currency", settings.currency().getCode());
        model.put("given", accounts.total(AccountKind.PROMOTION).negated());
        return model;
    }
}

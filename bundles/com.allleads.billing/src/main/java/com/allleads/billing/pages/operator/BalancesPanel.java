package com.allleads.billing.pages.operator;

import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.billing.ledger.LedgerAccounts;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the site holds for people. */
@Component(service = Panel.class)
public final class BalancesPanel implements Panel {

    private final LedgerAccounts accounts;

    @Activate
    public BalancesPanel(@Reference LedgerAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Info info() {
        return Info.forOperators("balances.title", 220, "/operator/ledger");
    }

    @Override
    public PageAnswer.Show show(PageRequest request) {
        return PageAnswer.show(BalancesPanel.class, "balances-panel.ftl", Map.of("owed", accounts.owedToPeople()));
    }
}

package com.allleads.registration.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.registration.HeldAccount;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The overview of an account. It reads nothing out of the vault. */
@Component(service = Page.class)
public final class AccountPage implements Page {

    private final HeldAccount account;

    @Activate
    public AccountPage(@Reference HeldAccount account) {
        this.account = account;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/account", "account.title", Access.Role.PERSON, "account.menu", 100);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        return PageAnswer.show(
                AccountPage.class,
                "account.ftl",
                Map.of("account", account.heldAbout(request.caller().requirePerson())));
    }
}

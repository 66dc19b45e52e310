package com.allleads.vault.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.retention.StatedRetention;
import com.allleads.vault.rights.OwnData;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that is held about the person who is signed in, from every capability. */
@Component(service = Page.class)
public final class DataPage implements Page {

    private final OwnData ownData;
    private final Corrections corrections;
    private final StatedRetention retention;

    @Activate
    public DataPage(
            @Reference OwnData ownData, @Reference Corrections corrections, @Reference StatedRetention retention) {
        this.ownData = ownData;
        this.corrections = corrections;
        this.retention = retention;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/account/data", "data.title", Access.Role.PERSON, "data.menu", 140);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        Map<String, Object> model = Map.of(
                "everything", ownData.of(person), "corrections", corrections.of(person), "retention", retention.all());
        return PageAnswer.show(DataPage.class, "data.ftl", model);
    }
}

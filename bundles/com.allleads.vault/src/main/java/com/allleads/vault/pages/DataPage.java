package com.allleads.vault.pages;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.vault.rights.OwnData;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that is held about the person who is signed in, from every capability. */
@Component(service = Page.class)
public final class DataPage implements Page {

    private final OwnData ownData;

    @Activate
    public DataPage(@Reference OwnData ownData) {
        this.ownData = ownData;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/account/data", "What is held about you", Access.Role.PERSON, "My data", 140);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Map<String, Object> everything = ownData.of(request.caller().requirePerson());
        return PageAnswer.show(DataPage.class, "data.ftl", Map.of("everything", everything));
    }
}

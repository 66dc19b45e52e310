package com.allleads.billing.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.billing.ledger.StatementCsv;
import com.allleads.billing.ledger.StatementFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's statement as a file for a spreadsheet, with the lines that the filter of their balance leaves. */
@Component(service = Page.class)
public final class StatementFilePage implements Page {

    private final StatementCsv csv;

    @Activate
    public StatementFilePage(@Reference StatementCsv csv) {
        this.csv = csv;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/statement", "statement", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        StatementFilter filter =
                StatementFilter.read(request.parameter("kind"), request.parameter("from"), request.parameter("to"));
        return new PageAnswer.File(StatementCsv.NAME, StatementCsv.TYPE, out -> csv.write(person, filter, out));
    }
}

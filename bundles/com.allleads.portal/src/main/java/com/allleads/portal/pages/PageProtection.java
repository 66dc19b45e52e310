package com.allleads.portal.pages;

import com.allleads.api.policy.SecurityMeasure;
import org.osgi.service.component.annotations.Component;

/** What the pages themselves do for safety. */
@Component(service = SecurityMeasure.class)
public final class PageProtection implements SecurityMeasure {

    @Override
    public String sentence() {
        return "Pages run no scripts, load nothing from other sites, and refuse forms that another site sends in your name.";
    }
}

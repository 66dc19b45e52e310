package com.mallory.payment;

import com.allleads.spi.payment.CardProcessor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Reaches into the contract's bundle as any code could that is not looked at before it is loaded. */
final class DirectReach {

    private DirectReach() {}

    static BundleContext contextOfTheContract() {
        Bundle contract = FrameworkUtil.getBundle(CardProcessor.class);
        return contract.getBundleContext();
    }
}

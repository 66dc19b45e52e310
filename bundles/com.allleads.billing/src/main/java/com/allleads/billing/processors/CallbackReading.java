package com.allleads.billing.processors;

import com.allleads.spi.payment.ChargeNews;
import java.util.List;

/** What a processor made of a call-back. */
public sealed interface CallbackReading {

    /**
     * It is authentic.
     *
     * @param news what it says; may be empty
     */
    record Read(List<ChargeNews> news) implements CallbackReading {}

    /**
     * It is not authentic, or cannot be read.
     *
     * @param why for the log
     */
    record Invalid(String why) implements CallbackReading {}

    /**
     * The processor could not tell.
     *
     * @param why for the log
     */
    record Failed(String why) implements CallbackReading {}
}

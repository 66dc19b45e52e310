package com.allleads.payment.tck;

import java.io.IOException;
import java.util.List;

/**
 * What the company behind the processor, or the double that stands in for it, says about the money that moved. It must not
 * come from the processor itself, which is what is judged by it. May be asked by several threads.
 */
@FunctionalInterface
public interface OutsideRecord {

    /**
     * Every movement so far, each once, in any order; those of before a restart too.
     *
     * @throws IOException where the record cannot be read, which fails the test
     */
    List<Movement> movements() throws IOException;
}

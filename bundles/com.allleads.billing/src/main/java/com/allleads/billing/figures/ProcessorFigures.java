package com.allleads.billing.figures;

import java.util.List;
import org.joda.money.Money;

/**
 * What a processor did on some days.
 *
 * @param processor its name
 * @param volume how much was taken on all of them
 * @param outcomes what became of all charges
 * @param days each of them, also those on which nothing was asked, oldest first
 */
public record ProcessorFigures(String processor, Money volume, Outcomes outcomes, List<ProcessorDay> days) {

    /** Copies the list. */
    public ProcessorFigures {
        days = List.copyOf(days);
    }

    static ProcessorFigures of(String processor, List<ProcessorDay> days) {
        return new ProcessorFigures(
                processor,
                Money.total(days.stream().map(ProcessorDay::volume).toList()),
                days.stream().map(ProcessorDay::outcomes).reduce(Outcomes.NONE, Outcomes::plus),
                days);
    }
}

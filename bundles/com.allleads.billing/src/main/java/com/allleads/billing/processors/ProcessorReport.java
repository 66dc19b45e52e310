package com.allleads.billing.processors;

import com.allleads.spi.party.PartyField;
import java.util.List;
import java.util.Optional;

/**
 * Where an installed processor stands, for operators.
 *
 * @param name its name, or that of its bundle where it was refused
 * @param version its bundle's version
 * @param state where it stands
 * @param inFlight how many payments and refunds are under way
 * @param receives which personal fields it declared
 * @param bundle its bundle
 * @param refusal why it was refused, where it was
 */
public record ProcessorReport(
        String name,
        String version,
        ProcessorState state,
        int inFlight,
        List<PartyField> receives,
        String bundle,
        Optional<String> refusal) {

    static ProcessorReport of(InstalledProcessor processor, ProcessorState state) {
        return new ProcessorReport(
                processor.name(),
                processor.source().version().toString(),
                state,
                processor.inFlight(),
                processor.refusal().isPresent()
                        ? List.of()
                        : processor.declared().receives().stream().sorted().toList(),
                processor.source().toString(),
                processor.refusal());
    }
}

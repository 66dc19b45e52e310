package com.allleads.audit;

import com.allleads.api.person.Slice;
import com.allleads.api.rest.Paging;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record as operators read it. */
@Component(service = RecordedActs.class)
public final class RecordedActs {

    private final Trail trail;
    private final Reasons reasons;

    @Activate
    public RecordedActs(@Reference Trail trail, @Reference Reasons reasons) {
        this.trail = trail;
        this.reasons = reasons;
    }

    /**
     * The acts that a filter lets through, the newest first.
     *
     * @throws com.allleads.api.rest.ProblemException 422 where the cursor is none
     */
    public Slice<RecordedAct> find(ActFilter filter, Paging paging) {
        Optional<Long> before = paging.cursor().map(cursor -> {
            if (!cursor.matches("[0-9]{1,18}")) {
                throw Paging.badCursor();
            }
            return Long.valueOf(cursor);
        });
        List<RecordedAct> acts = trail.acts(filter, paging.limit(), before).stream()
                .map(joined -> RecordedAct.of(joined, reasons.open(joined.entry())))
                .toList();
        return Slice.of(acts, paging.limit(), act -> Long.toString(act.number()));
    }
}

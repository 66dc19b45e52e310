package com.allleads.backup;

/** Is told how far a backup, a verification or a restoration is. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress UNSEEN = (step, done) -> {};

    /**
     * Where it is.
     *
     * @param step what is done now
     * @param done how many rows this step has done
     */
    void at(Step step, long done);

    /** What is done, in order. */
    enum Step {
        COPY_DATA,
        COPY_KEYS,
        RESTORE_BESIDE,
        COMPARE,
        CHECK,
        REPLACE,
        REPLAY
    }
}

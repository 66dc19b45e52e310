package com.allleads.backup.console;

import com.allleads.backup.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Says on the console when a step begins. */
final class ShownProgress implements Progress {

    private final PrintStream out;
    private final boolean silent;
    private Step last;

    /** @param silent where the answer is for scripts */
    ShownProgress(PrintStream out, boolean silent) {
        this.out = out;
        this.silent = silent;
    }

    @Override
    public void at(Step step, long done) {
        if (!silent && step != last) {
            last = step;
            out.println(step.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ...");
        }
    }
}

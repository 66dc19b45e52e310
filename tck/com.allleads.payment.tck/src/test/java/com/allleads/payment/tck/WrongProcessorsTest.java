package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** A kit that catches nothing is worth nothing. */
@RunWith(Parameterized.class)
public class WrongProcessorsTest {

    private final Wrong wrong;

    public WrongProcessorsTest(Wrong wrong) {
        this.wrong = wrong;
    }

    @Parameterized.Parameters(name = "{0}")
    public static Wrong[] all() {
        return Wrong.values();
    }

    @Test
    public void isCaughtByTheRuleThatItBreaksAndByNoOther() {
        Subject.is(wrong::over);
        Run run = Run.of(Subject.class);
        assertThat(run.broken()).as(run.why()).containsExactly(wrong.rule());
    }
}

package com.allleads.billing.pages.operator;

import com.allleads.api.portal.Text;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. */
final class Age {

    private Age() {}

    static Text of(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return Text.of("age.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return Text.of("age.hours", age.toHours());
        }
        return age.toMinutes() > 0
                ? Text.of("age.minutes", age.toMinutes())
                : Text.of("age.seconds", Math.max(0, age.toSeconds()));
    }
}

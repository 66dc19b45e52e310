package com.allleads.registration;

import com.allleads.api.rest.Problem;

/** One answer for every PIN that is not accepted, so that nobody learns why. */
public final class WrongPin {

    private WrongPin() {}

    /** 422, naming {@code pin}. */
    public static Problem problem() {
        return Problem.invalid("pin", "is wrong, used, expired or locked; a new one can be asked for");
    }
}

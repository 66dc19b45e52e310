package com.allleads.registration.pages;

import com.allleads.api.portal.PageRequest;
import com.allleads.registration.Address;
import com.allleads.registration.ContactData.Held;
import com.allleads.registration.Correction;
import com.allleads.registration.Correction.Change;
import java.util.Optional;

/** Reads a correction out of a form, which always has all fields: only what differs from what is held is a change. */
final class EnteredCorrection {

    private EnteredCorrection() {}

    static Correction of(PageRequest request, Held held) {
        return new Correction(
                required(request, "email", held.email()),
                required(request, "name", held.name()),
                change(request.parameter("phone"), held.phone()),
                change(EnteredAddress.of(request, Address.Kind.POSTAL), held.address()),
                change(EnteredAddress.of(request, Address.Kind.BILLING), held.billingAddress()),
                required(request, "replyBy", held.replyBy()));
    }

    /** An emptied field is handed on as it is, so that the person is told that it cannot be empty. */
    private static Optional<String> required(PageRequest request, String name, Optional<String> held) {
        return request.exactly(name).map(String::strip).filter(value -> !held.equals(Optional.of(value)));
    }

    private static <T> Change<T> change(Optional<T> entered, Optional<T> held) {
        if (entered.equals(held)) {
            return new Change.Keep<>();
        }
        return entered.<Change<T>>map(Change.Put::new).orElseGet(Change.Remove::new);
    }
}

package com.allleads.registration.pages;

import com.allleads.api.portal.PageRequest;
import com.allleads.registration.Address;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an address out of a form. Where all its fields are empty, none was entered. */
final class EnteredAddress {

    private EnteredAddress() {}

    static Optional<Address> of(PageRequest request, Address.Kind kind) {
        Address address = new Address(
                part(request, kind, "street"),
                part(request, kind, "city"),
                part(request, kind, "region"),
                part(request, kind, "postalCode"),
                part(request, kind, "country"));
        boolean entered = Stream.of("street", "city", "region", "postalCode", "country")
                .anyMatch(name -> part(request, kind, name) != null);
        return entered ? Optional.of(address) : Optional.empty();
    }

    private static String part(PageRequest request, Address.Kind kind, String name) {
        return request.parameter(kind.member() + "." + name).orElse(null);
    }
}

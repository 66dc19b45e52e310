package com.allleads.glassbox.tries;

import java.time.Instant;

/**
 * What a bundle tried and didn't get.
 *
 * @param bundle its symbolic name and version
 * @param kind what kind of thing
 * @param what the thing: a type of services, a package, a class
 * @param first when first
 * @param last when last
 * @param times how often
 */
public record Attempt(String bundle, Kind kind, String what, Instant first, Instant last, long times) {

    /** Both together. */
    Attempt and(Attempt other) {
        return new Attempt(
                bundle,
                kind,
                what,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                times + other.times);
    }
}

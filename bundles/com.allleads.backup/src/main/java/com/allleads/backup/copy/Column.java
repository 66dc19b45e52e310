package com.allleads.backup.copy;

/**
 * A column as it is described in a backup.
 *
 * @param name in small letters
 * @param kind what its values are
 * @param size how many characters or bytes a value has at most
 * @param fixed whether shorter values are filled up with spaces
 * @param required whether a row must have a value
 * @param counted whether the database counts values up by itself
 */
public record Column(String name, Kind kind, int size, boolean fixed, boolean required, boolean counted) {}

package com.allleads.backup.copy;

/**
 * What a table comes to.
 *
 * @param rows how many rows
 * @param digest over all of them, in whatever order
 */
public record Total(long rows, String digest) {}

package com.allleads.policy.heads;

import com.allleads.api.proof.ChainSource.Head;

/**
 * Where a chain was.
 *
 * @param source whose chain
 * @param head how far it went
 */
public record SourceHead(String source, Head head) {}

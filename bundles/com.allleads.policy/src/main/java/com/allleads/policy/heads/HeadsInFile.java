package com.allleads.policy.heads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the file of signed heads says as a whole.
 *
 * @param lines how many lines were ever written, as far as the file or the database tells
 * @param lastDigest the digest of the last line, in hex; empty where there is none
 * @param latest the heads that were signed last
 * @param signedAt when
 * @param breaks what is wrong with the file
 */
record HeadsInFile(
        long lines, String lastDigest, List<SourceHead> latest, Optional<Instant> signedAt, List<String> breaks) {}

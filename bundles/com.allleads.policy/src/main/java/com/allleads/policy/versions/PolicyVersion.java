package com.allleads.policy.versions;

import java.time.Instant;

/**
 * A version of the policy.
 *
 * @param number from 1
 * @param publishedAt when
 * @param publishedBy which operator
 * @param reason why, for people
 * @param content what it says
 */
public record PolicyVersion(
        int number, Instant publishedAt, String publishedBy, String reason, PolicyContent content) {}

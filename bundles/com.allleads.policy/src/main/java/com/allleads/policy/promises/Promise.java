package com.allleads.policy.promises;

import java.util.List;

/**
 * A promise as the policy states it.
 *
 * @param id stable
 * @param section the part of the policy that it belongs to
 * @param text what people are told
 * @param keptBy the capabilities whose checks are needed to prove it; without one of them it is unproven
 */
record Promise(String id, String section, String text, List<String> keptBy) {}

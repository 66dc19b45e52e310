/** Who knows and accepted which version of the policy, and how people are told of a new one. */
package com.allleads.policy.acceptance;

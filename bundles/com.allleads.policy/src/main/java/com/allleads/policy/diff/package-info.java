/** What is different between two versions of the policy, in plain words. */
package com.allleads.policy.diff;

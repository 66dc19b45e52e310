/** The versions of the policy: what each said, and the lists as they were when it was published. */
package com.allleads.policy.versions;

/** Heads of hash chains, signed into a file outside the database, and looked for again. */
package com.allleads.policy.heads;

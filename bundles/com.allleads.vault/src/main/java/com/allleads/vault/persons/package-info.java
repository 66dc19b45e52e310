/** Who is enrolled, their encrypted values, and the hashes that they are found by. */
package com.allleads.vault.persons;

/** Every error as problem details (RFC 9457). */
package com.allleads.rest.problems;

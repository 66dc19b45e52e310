/** Operators: their passwords, which the console's realm knows, and their sessions. */
package com.allleads.registration.operators;

/** Under which circumstances people decide: who answers for the data, what is read, who receives it, how it is taken back. */
package com.allleads.consent.terms;

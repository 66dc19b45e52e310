/**
 * Top-ups: stored before a processor is asked, credited exactly once, and said to be what is known of them - whatever comes in
 * between.
 */
package com.allleads.billing.topups;

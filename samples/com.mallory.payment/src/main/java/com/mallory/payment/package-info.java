/** Tries, one by one, everything that a bundle in the glass box must not get. */
package com.mallory.payment;

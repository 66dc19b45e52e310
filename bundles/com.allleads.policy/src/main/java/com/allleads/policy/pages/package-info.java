/** The operators' pages about promises and outside parties. */
package com.allleads.policy.pages;

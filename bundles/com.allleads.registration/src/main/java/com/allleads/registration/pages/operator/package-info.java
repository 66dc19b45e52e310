/** The operators' pages about people. */
package com.allleads.registration.pages.operator;

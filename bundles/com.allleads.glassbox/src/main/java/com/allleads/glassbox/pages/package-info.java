/** The operators' pages about the glass box. */
package com.allleads.glassbox.pages;

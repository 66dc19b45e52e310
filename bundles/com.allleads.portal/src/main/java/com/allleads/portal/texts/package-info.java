/** The languages of the pages, and the texts in them. */
package com.allleads.portal.texts;

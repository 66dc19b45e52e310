/** The operators' page about the site's health. */
package com.allleads.rest.pages;

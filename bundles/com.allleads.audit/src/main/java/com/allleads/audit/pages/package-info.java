/** The record of what operators did, on a page. */
package com.allleads.audit.pages;

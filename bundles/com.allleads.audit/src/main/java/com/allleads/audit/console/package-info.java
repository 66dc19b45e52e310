/** The record of what operators did, on the console. */
package com.allleads.audit.console;

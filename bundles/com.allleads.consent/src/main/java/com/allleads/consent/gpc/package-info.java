/** Global Privacy Control: the statement that the site honours it. */
package com.allleads.consent.gpc;

/** The interface's documentation, to read and to try. */
package com.allleads.rest.docs;

/** What leaves the machine in clear, and what does not. */
package com.allleads.rest.transport;

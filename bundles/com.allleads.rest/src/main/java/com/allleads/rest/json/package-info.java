/** How bodies are read and written: strict in what is taken, and every refusal names the member and never its value. */
package com.allleads.rest.json;

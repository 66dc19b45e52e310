/** REST for operators. */
package com.allleads.backup.rest;

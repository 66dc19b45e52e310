/** Pages for operators. */
package com.allleads.backup.pages;

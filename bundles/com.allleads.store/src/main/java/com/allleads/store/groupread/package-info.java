/** Reads for many callers with one query. */
package com.allleads.store.groupread;

/** Brings the tables of every bundle that names a changelog up to date, and says when they are. */
package com.allleads.store.migration;

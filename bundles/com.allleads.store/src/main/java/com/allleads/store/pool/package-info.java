/** Spares the database the question whether a connection that was used a moment ago still works. */
package com.allleads.store.pool;

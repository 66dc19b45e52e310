/** Hot writes: the items of many callers in one commit. */
package com.allleads.store.groupcommit;

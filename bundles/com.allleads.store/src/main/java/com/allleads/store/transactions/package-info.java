/** Ordinary writes: several capabilities commit or roll back as one. */
package com.allleads.store.transactions;

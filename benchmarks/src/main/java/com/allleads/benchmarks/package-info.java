/** The ledger without the container, so that what it costs can be told from what REST costs. */
package com.allleads.benchmarks;

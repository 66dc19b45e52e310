/**
 * Crashes and swaps under load. Clients pay and order by REST while bundles are swapped and processes are killed at moments that a
 * seed decides; an auditor then compares what the clients were told with the ledger and with the processor's own record.
 */
package com.allleads.itests.harness;

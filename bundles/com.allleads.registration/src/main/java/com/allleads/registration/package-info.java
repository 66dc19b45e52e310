/**
 * Accounts: registration with its collection point, verification by PIN, sign-in, contact data, deactivation. Who a person
 * is stands in the vault alone; the tables here know a random identifier.
 */
package com.allleads.registration;

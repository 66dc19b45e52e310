/**
 * What every capability stands on: tables that are brought up to date before anybody uses them, transactions across
 * capabilities, and writes of many callers in one commit. Knows no capability.
 */
package com.allleads.store;

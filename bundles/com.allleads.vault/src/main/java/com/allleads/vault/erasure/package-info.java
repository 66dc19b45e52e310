/** Erasure: the key is destroyed, and every capability is told, sooner or later. */
package com.allleads.vault.erasure;

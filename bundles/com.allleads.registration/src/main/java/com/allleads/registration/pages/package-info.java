/** The pages of accounts: registration, verification, sign-in and out, contact data, deactivation. */
package com.allleads.registration.pages;

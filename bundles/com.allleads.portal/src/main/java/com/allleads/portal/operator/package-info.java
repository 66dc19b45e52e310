/** The operators' part of the site: sign-in and dashboard. */
package com.allleads.portal.operator;

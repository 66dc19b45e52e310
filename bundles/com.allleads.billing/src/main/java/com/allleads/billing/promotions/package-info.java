/** Credit that the site gives: spent before what a person paid in, and never paid out. */
package com.allleads.billing.promotions;

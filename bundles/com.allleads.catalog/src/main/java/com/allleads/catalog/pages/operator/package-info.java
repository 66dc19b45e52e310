/** The pages of the catalogue for operators. */
package com.allleads.catalog.pages.operator;

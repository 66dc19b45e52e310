/** The pages of billing for operators. */
package com.allleads.billing.pages.operator;

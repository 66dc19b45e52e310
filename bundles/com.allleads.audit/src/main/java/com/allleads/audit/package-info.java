/** The record of what operators did. */
package com.allleads.audit;

/** The record of what operators did, by REST. */
package com.allleads.audit.rest;

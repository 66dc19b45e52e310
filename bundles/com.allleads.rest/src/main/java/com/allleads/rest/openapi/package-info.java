/** Describes what is served at this moment as an OpenAPI document. */
package com.allleads.rest.openapi;

/** Hosts the web pages of every capability: layout, navigation, sign-in, forgery protection, headers. */
package com.allleads.portal;

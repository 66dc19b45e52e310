/** The settings in force, for operators. */
package com.allleads.portal.settings;

/**
 * The request as a browser sees it: URLs, query parameters, cookies and numbers read as JavaScript
 * reads them.
 */
@NullMarked
package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.NullMarked;

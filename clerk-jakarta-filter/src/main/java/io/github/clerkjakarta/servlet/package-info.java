/**
 * What an application or its web.xml names: the servlet filter, the principal that it tells of, and
 * the servlet that serves the metadata of a protected resource.
 */
@NullMarked
package io.github.clerkjakarta.servlet;

import org.jspecify.annotations.NullMarked;

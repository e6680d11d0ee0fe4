/**
 * The door: the servlet filter, the request as the application then sees it, and how both get into
 * an application by themselves.
 */
@NullMarked
package io.github.clerkjakarta.servlet;

import org.jspecify.annotations.NullMarked;

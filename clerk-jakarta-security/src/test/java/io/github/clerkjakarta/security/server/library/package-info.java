/** Servlets in a jar of WEB-INF/lib that is no bean archive. */
package io.github.clerkjakarta.security.server.library;

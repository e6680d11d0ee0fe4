/**
 * An application whose callers log in by name and password, and which has our jars all the same.
 */
@NullMarked
package io.github.clerkjakarta.security.server.login;

import org.jspecify.annotations.NullMarked;

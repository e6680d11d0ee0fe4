/** Clerk's Backend API: the one HTTP client, and every call that authentication needs. */
@NullMarked
package io.github.clerkjakarta.internal.backend;

import org.jspecify.annotations.NullMarked;

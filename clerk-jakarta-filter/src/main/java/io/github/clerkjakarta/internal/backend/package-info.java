/** Clerk's Backend API: the one HTTP client, and every call that is made with it. */
@NullMarked
package io.github.clerkjakarta.internal.backend;

import org.jspecify.annotations.NullMarked;

/** What annotations ask of a caller, and whether it has that. */
@NullMarked
package io.github.clerkjakarta.security.internal.access;

import org.jspecify.annotations.NullMarked;

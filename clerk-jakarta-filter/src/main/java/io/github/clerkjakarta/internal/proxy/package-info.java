/** Passes what browsers ask of Clerk's Frontend API on to Clerk, and what it answers back. */
@NullMarked
package io.github.clerkjakarta.internal.proxy;

import org.jspecify.annotations.NullMarked;

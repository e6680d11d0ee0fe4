/** Clerk's Frontend API on the application's own host. */
@NullMarked
package io.github.clerkjakarta.servlet.proxy;

import org.jspecify.annotations.NullMarked;

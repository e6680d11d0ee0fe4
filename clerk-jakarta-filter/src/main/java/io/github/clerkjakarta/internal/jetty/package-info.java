/** Jetty's own filters, where the Servlet specification's order isn't theirs. */
@NullMarked
package io.github.clerkjakarta.internal.jetty;

import org.jspecify.annotations.NullMarked;

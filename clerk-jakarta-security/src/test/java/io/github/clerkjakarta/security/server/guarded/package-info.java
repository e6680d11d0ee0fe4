/** An application with a page that must not be seen, and one that may. */
@NullMarked
package io.github.clerkjakarta.security.server.guarded;

import org.jspecify.annotations.NullMarked;

/** An application with an identity store of its own. */
@NullMarked
package io.github.clerkjakarta.security.server.stores;

import org.jspecify.annotations.NullMarked;

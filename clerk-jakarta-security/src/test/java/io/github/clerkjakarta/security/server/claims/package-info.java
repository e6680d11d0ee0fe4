/** An application with claims of Clerk's tokens, on a server that has MicroProfile JWT as well. */
@NullMarked
package io.github.clerkjakarta.security.server.claims;

import org.jspecify.annotations.NullMarked;

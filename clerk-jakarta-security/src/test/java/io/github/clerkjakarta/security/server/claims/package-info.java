/** An application with the claims of Clerk's tokens beside those of MicroProfile JWT. */
package io.github.clerkjakarta.security.server.claims;

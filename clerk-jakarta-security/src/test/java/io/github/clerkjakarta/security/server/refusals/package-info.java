/** An application that is refused by its server, by annotations and by rules. */
package io.github.clerkjakarta.security.server.refusals;

/** An application that answers refusals of its REST resources itself. */
package io.github.clerkjakarta.security.server.mapping;

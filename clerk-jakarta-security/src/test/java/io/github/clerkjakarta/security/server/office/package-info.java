/** An application that asks by Clerk's own client. */
package io.github.clerkjakarta.security.server.office;

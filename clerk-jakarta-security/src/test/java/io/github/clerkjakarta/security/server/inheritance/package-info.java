/** An application whose annotations stand on what its classes extend and implement. */
package io.github.clerkjakarta.security.server.inheritance;

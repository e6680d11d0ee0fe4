/** An application whose settings are its own affair. */
@NullMarked
package io.github.clerkjakarta.security.server.configured;

import org.jspecify.annotations.NullMarked;

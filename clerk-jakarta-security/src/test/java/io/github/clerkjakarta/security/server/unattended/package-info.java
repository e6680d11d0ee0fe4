/** An application that works where nobody calls, and with roles that aren't the caller's. */
@NullMarked
package io.github.clerkjakarta.security.server.unattended;

import org.jspecify.annotations.NullMarked;

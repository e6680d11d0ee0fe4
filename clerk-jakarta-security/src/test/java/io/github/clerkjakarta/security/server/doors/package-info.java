/** An application that compares what each door of a request has. */
@NullMarked
package io.github.clerkjakarta.security.server.doors;

import org.jspecify.annotations.NullMarked;

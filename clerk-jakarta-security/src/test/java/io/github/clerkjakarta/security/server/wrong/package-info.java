/** Definitions that can't be right. */
@NullMarked
package io.github.clerkjakarta.security.server.wrong;

import org.jspecify.annotations.NullMarked;

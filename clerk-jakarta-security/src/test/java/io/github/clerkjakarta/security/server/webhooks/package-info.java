/** An application that hears of Clerk's webhooks. */
@NullMarked
package io.github.clerkjakarta.security.server.webhooks;

import org.jspecify.annotations.NullMarked;

/** An application that shows what is in the cache of its server. */
@NullMarked
package io.github.clerkjakarta.security.server.cluster;

import org.jspecify.annotations.NullMarked;

/** An application without any of our jars, which sees what others have left behind. */
@NullMarked
package io.github.clerkjakarta.security.server.remains;

import org.jspecify.annotations.NullMarked;

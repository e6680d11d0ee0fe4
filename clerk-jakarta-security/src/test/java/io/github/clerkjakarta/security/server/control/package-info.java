/** An application like that, without our jars. */
@NullMarked
package io.github.clerkjakarta.security.server.control;

import org.jspecify.annotations.NullMarked;

/** From who is calling to the principal and the groups that the container is told. */
@NullMarked
package io.github.clerkjakarta.security.internal.identity;

import org.jspecify.annotations.NullMarked;

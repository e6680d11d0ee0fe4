/**
 * How WildFly learns who is calling, from inside the application and with nothing set on the
 * server. Only Undertow loads this room.
 */
@NullMarked
package io.github.clerkjakarta.security.internal.undertow;

import org.jspecify.annotations.NullMarked;

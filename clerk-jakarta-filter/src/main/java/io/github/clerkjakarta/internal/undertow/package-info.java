/** What Undertow, and so WildFly, has to be told. Only Undertow loads this room. */
@NullMarked
package io.github.clerkjakarta.internal.undertow;

import org.jspecify.annotations.NullMarked;

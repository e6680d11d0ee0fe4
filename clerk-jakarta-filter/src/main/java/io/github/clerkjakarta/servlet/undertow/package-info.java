/** What Undertow, and so WildFly, has to be told. Only Undertow loads this room. */
@NullMarked
package io.github.clerkjakarta.servlet.undertow;

import org.jspecify.annotations.NullMarked;

/** What GlassFish and Payara are asked, and no other server. */
@NullMarked
package io.github.clerkjakarta.security.internal.glassfish;

import org.jspecify.annotations.NullMarked;

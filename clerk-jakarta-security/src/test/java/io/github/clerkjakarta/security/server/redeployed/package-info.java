/** The mark of the application that is deployed again and again. */
@NullMarked
package io.github.clerkjakarta.security.server.redeployed;

import org.jspecify.annotations.NullMarked;

/** The authentication mechanism, and how it gets into an application. */
@NullMarked
package io.github.clerkjakarta.security.internal.mechanism;

import org.jspecify.annotations.NullMarked;

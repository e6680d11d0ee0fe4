/** Which application this is, of several that one CDI container may know. */
@NullMarked
package io.github.clerkjakarta.security.internal.application;

import org.jspecify.annotations.NullMarked;

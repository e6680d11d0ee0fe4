/** Callers for tests of code that takes an {@link io.github.clerkjakarta.Auth}. */
@NullMarked
package io.github.clerkjakarta.testauth;

import org.jspecify.annotations.NullMarked;

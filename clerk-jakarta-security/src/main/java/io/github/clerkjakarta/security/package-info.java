/** Clerk as an authentication mechanism of Jakarta Security. */
@NullMarked
package io.github.clerkjakarta.security;

import org.jspecify.annotations.NullMarked;

/**
 * The Content Security Policy of a response: what Clerk needs, the nonce, and what the application
 * says itself.
 */
@NullMarked
package io.github.clerkjakarta.internal.csp;

import org.jspecify.annotations.NullMarked;

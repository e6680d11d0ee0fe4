/**
 * What an application holds and calls: who is calling ({@link io.github.clerkjakarta.Auth}), what
 * it may do ({@link io.github.clerkjakarta.Requirement}), and how a request is judged ({@link
 * io.github.clerkjakarta.RequestAuthenticator}).
 */
@NullMarked
package io.github.clerkjakarta;

import org.jspecify.annotations.NullMarked;

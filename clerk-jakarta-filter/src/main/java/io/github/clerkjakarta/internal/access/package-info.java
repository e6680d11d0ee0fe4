/** Paths and the rules for them: how a path is read, and what a rule asks of whoever wants it. */
@NullMarked
package io.github.clerkjakarta.internal.access;

import org.jspecify.annotations.NullMarked;

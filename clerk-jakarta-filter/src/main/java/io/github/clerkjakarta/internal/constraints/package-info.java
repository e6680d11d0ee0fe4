/**
 * Security constraints that a server judges before any filter runs: what is the same on all servers
 * that are told who is calling.
 */
@NullMarked
package io.github.clerkjakarta.internal.constraints;

import org.jspecify.annotations.NullMarked;

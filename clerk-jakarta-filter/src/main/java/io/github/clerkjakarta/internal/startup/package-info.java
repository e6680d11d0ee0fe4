/**
 * How the filter gets into an application by itself, and fails its deployment when it can't start.
 */
@NullMarked
package io.github.clerkjakarta.internal.startup;

import org.jspecify.annotations.NullMarked;

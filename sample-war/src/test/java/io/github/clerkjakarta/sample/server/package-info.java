/** Unmodified servers that serve the sample, for its tests and for whoever tries it. */
@NullMarked
package io.github.clerkjakarta.sample.server;

import org.jspecify.annotations.NullMarked;

/** An unmodified WildFly that serves the sample, for its tests and for whoever tries it. */
@NullMarked
package io.github.clerkjakarta.sample.wildfly;

import org.jspecify.annotations.NullMarked;

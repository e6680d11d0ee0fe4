/** The bundles of ClerkJS: from the npm registry once, then from this machine. */
@NullMarked
package io.github.clerkjakarta.testkit.internal.clerkjs;

import org.jspecify.annotations.NullMarked;

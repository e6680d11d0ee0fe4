/** What tests of several rooms share: keys, tokens, clocks and a Backend API on loopback. */
@NullMarked
package io.github.clerkjakarta.testing;

import org.jspecify.annotations.NullMarked;

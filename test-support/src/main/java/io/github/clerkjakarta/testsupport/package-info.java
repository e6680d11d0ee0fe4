/**
 * What the tests of several modules need: who calls, what settings may say, and the rules that
 * their classes keep.
 */
@NullMarked
package io.github.clerkjakarta.testsupport;

import org.jspecify.annotations.NullMarked;

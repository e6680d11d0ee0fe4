/** Keys, ids and signatures, which a seed makes the same each time. */
@NullMarked
package io.github.clerkjakarta.testkit.internal.keys;

import org.jspecify.annotations.NullMarked;

/** Why nobody is signed in: every reason there is, with what it means and what cures it. */
@NullMarked
package io.github.clerkjakarta.internal.reason;

import org.jspecify.annotations.NullMarked;

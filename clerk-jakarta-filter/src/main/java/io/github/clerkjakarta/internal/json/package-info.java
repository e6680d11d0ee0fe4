/** The one JSON reader. */
@NullMarked
package io.github.clerkjakarta.internal.json;

import org.jspecify.annotations.NullMarked;

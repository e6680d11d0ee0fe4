/** The one reader and writer of JSON. */
@NullMarked
package io.github.clerkjakarta.internal.json;

import org.jspecify.annotations.NullMarked;

/** How a request is decided: one class for each way. */
@NullMarked
package io.github.clerkjakarta.internal.decision;

import org.jspecify.annotations.NullMarked;

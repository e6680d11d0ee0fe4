/** How tags are written as HTML, and what the module serves. Knows neither JSP nor Faces. */
@NullMarked
package io.github.clerkjakarta.pages.internal;

import org.jspecify.annotations.NullMarked;

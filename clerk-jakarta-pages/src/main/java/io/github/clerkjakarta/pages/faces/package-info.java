/** The tags for Facelets. */
@NullMarked
package io.github.clerkjakarta.pages.faces;

import org.jspecify.annotations.NullMarked;

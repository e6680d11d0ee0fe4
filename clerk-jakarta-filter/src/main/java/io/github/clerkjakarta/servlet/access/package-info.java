/** Which paths need whom. */
@NullMarked
package io.github.clerkjakarta.servlet.access;

import org.jspecify.annotations.NullMarked;

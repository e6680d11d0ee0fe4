/** Which paths need whom, and what those who may not pass are told. */
@NullMarked
package io.github.clerkjakarta.servlet.access;

import org.jspecify.annotations.NullMarked;

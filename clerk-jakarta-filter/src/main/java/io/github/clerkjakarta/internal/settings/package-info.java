/** The table of settings, and how they are read, checked and shown. */
@NullMarked
package io.github.clerkjakarta.internal.settings;

import org.jspecify.annotations.NullMarked;

/** A headless Chromium, driven over its DevTools protocol. */
@NullMarked
package io.github.clerkjakarta.sample.browser;

import org.jspecify.annotations.NullMarked;

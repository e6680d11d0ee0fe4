/**
 * HTTP, JSON and HTML for the stand-in: what comes in, what goes out, and whom a path belongs to.
 */
@NullMarked
package io.github.clerkjakarta.testkit.internal.http;

import org.jspecify.annotations.NullMarked;

/**
 * What stands between the container and the engine: a request is read, decided and judged once, and
 * passed on or answered.
 */
@NullMarked
package io.github.clerkjakarta.internal.servlet;

import org.jspecify.annotations.NullMarked;

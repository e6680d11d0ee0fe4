/**
 * What is written where the server logs: bounded in number, on one line, without control
 * characters.
 */
@NullMarked
package io.github.clerkjakarta.internal.log;

import org.jspecify.annotations.NullMarked;

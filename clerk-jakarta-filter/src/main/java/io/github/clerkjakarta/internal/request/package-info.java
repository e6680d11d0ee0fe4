/** What is read off a request: each thing in one place, for whoever asks. */
@NullMarked
package io.github.clerkjakarta.internal.request;

import org.jspecify.annotations.NullMarked;

/** The application a newcomer starts first: three pages, an endpoint and sign-out. */
@NullMarked
package io.github.clerkjakarta.sample;

import org.jspecify.annotations.NullMarked;

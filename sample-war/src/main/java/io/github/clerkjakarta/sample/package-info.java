/** The application a newcomer starts first: pages, endpoints, a REST resource and sign-out. */
@NullMarked
package io.github.clerkjakarta.sample;

import org.jspecify.annotations.NullMarked;

/**
 * Clerk's own client of the Backend API, made of our options. What is here needs {@code
 * com.clerk:backend-api} in the application; nothing else does, and nothing else loads it.
 */
@NullMarked
package io.github.clerkjakarta.sdk;

import org.jspecify.annotations.NullMarked;

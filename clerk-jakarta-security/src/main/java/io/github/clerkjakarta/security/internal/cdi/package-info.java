/**
 * What beans are given and asked: the caller, its claims, the Backend API, and the annotations on
 * them.
 */
@NullMarked
package io.github.clerkjakarta.security.internal.cdi;

import org.jspecify.annotations.NullMarked;

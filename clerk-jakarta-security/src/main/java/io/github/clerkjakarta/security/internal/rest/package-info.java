/** What annotations on REST resources ask, and the answer of a REST resource that refuses. */
@NullMarked
package io.github.clerkjakarta.security.internal.rest;

import org.jspecify.annotations.NullMarked;

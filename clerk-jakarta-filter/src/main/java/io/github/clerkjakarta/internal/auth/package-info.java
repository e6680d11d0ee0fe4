/** From verified claims to who is calling and what it may do. */
@NullMarked
package io.github.clerkjakarta.internal.auth;

import org.jspecify.annotations.NullMarked;

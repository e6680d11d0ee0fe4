/** An application that asks at every point where Jakarta EE can ask who is calling. */
@NullMarked
package io.github.clerkjakarta.security.server.application;

import org.jspecify.annotations.NullMarked;

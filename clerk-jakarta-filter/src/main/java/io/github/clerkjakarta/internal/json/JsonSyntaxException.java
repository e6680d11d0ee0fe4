package io.github.clerkjakarta.internal.json;

import org.jspecify.annotations.Nullable;

/** That a text isn't JSON, or nests deeper than any token or answer of Clerk's does. */
public final class JsonSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  JsonSyntaxException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}

package io.github.clerkjakarta.internal.proxy;

import java.util.List;

/** The methods that are passed on: TRACE would show what was added, CONNECT would lead anywhere. */
final class PassedMethods {

  static final List<String> ALL =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private PassedMethods() {}
}

package io.github.clerkjakarta.security.internal.mechanism;

import jakarta.servlet.ServletRequest;

/** That our mechanism was asked about a request, and no other that an application chose. */
public final class Asked {

  private static final String ATTRIBUTE = Asked.class.getName();

  private Asked() {}

  static void about(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, ATTRIBUTE);
  }

  /** Whether it was. */
  public static boolean was(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }
}

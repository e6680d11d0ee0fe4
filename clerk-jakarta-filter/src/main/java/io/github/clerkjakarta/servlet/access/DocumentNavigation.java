package io.github.clerkjakarta.servlet.access;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a browser asks for a page to show, so that it can be sent elsewhere and come back. */
final class DocumentNavigation {

  private DocumentNavigation() {}

  static boolean is(HttpServletRequest request) {
    String method = request.getMethod();
    if (!"GET".equals(method) && !"HEAD".equals(method)) {
      return false;
    }
    String destination = request.getHeader("Sec-Fetch-Dest");
    if (destination != null) {
      return destination.equals("document") || destination.equals("iframe");
    }
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }
}

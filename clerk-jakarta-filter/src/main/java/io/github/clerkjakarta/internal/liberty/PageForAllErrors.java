package io.github.clerkjakarta.internal.liberty;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What the error page is for that an application declares without a status (Jakarta Servlet 6.0,
 * section 10.9.2). Open Liberty shows it for every status but 403, for which it has one of its own.
 */
public final class PageForAllErrors {

  private PageForAllErrors() {}

  /** Whether it is shown for a status; on other servers always. */
  public static boolean isFor(int status, ServletContext context) {
    return status != HttpServletResponse.SC_FORBIDDEN || !Liberty.runs(context);
  }
}

package io.github.clerkjakarta.internal.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Optional;

/**
 * Why a filter of an application couldn't start, kept for who has to fail the deployment where the
 * server would go on without the filter.
 */
public final class StartupFailure {

  private static final String ATTRIBUTE = StartupFailure.class.getName();

  private static final String IS_CHECKED = ATTRIBUTE + ".isChecked";

  private StartupFailure() {}

  /** Remembers why a filter can't start, and gives what it is to throw. */
  public static ServletException of(ServletContext context, Throwable reason) {
    ServletException failure = new ServletException(reason.getMessage(), reason);
    context.setAttribute(ATTRIBUTE, failure);
    return failure;
  }

  /** What was remembered. */
  public static Optional<ServletException> rememberedIn(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof ServletException failure
        ? Optional.of(failure)
        : Optional.empty();
  }

  /**
   * Whether nobody fails the deployment: the server only leaves out a filter that can't start, and
   * what would fail the deployment in its place isn't there.
   */
  public static boolean isOverlookedIn(ServletContext context) {
    String server = String.valueOf(context.getServerInfo());
    boolean leavesOutFilters = server.contains("Payara") || server.contains("GlassFish");
    return leavesOutFilters && context.getAttribute(IS_CHECKED) == null;
  }

  /** Says that somebody fails the deployment when a filter can't start. */
  public static void isChecked(ServletContext context) {
    context.setAttribute(IS_CHECKED, true);
  }
}

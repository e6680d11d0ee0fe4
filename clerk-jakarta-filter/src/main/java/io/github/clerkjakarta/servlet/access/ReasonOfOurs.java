package io.github.clerkjakarta.servlet.access;

/** Why somebody is signed out where Clerk has no word for it, for no other SDK decides it. */
public final class ReasonOfOurs {

  /** A page of another origin made the browser send this request with the person's cookies. */
  public static final String FOREIGN_ORIGIN = "foreign-origin";

  /** A CORS preflight carries no credentials. */
  public static final String CORS_PREFLIGHT = "cors-preflight";

  /** The request is for a host that belongs to none of the application's Clerk instances. */
  public static final String UNKNOWN_HOST = "unknown-host";

  /** The application called {@code HttpServletRequest.logout()}. */
  public static final String LOGGED_OUT = "logged-out";

  private ReasonOfOurs() {}
}

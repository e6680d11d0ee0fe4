package io.github.clerkjakarta.internal.settings;

/** What a setting is about, and so where it may be said. */
public enum Scope {
  /** One Clerk instance; where there are several, under its name too: {@code clerk.acme.rules}. */
  INSTANCE(""),
  /** One filter. */
  FILTER(""),
  /** The application as a whole. */
  APPLICATION(
      "as a context-param of the application, by ClerkSettings, in MicroProfile Config or as a"
          + " system property"),
  /** What is asked before there is a servlet context. */
  SERVER("by ClerkSettings, in MicroProfile Config, as a system property or in the environment");

  private final String places;

  Scope(String places) {
    this.places = places;
  }

  /** Where to say it, where it can't be said everywhere. */
  String places() {
    return places;
  }
}

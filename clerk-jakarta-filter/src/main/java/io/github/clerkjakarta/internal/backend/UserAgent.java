package io.github.clerkjakarta.internal.backend;

/** How this library names itself to Clerk. */
final class UserAgent {

  /** {@code clerk-jakarta/} with the version that the jar's manifest states. */
  static final String VALUE = "clerk-jakarta/" + version();

  private UserAgent() {}

  private static String version() {
    String stated = UserAgent.class.getPackage().getImplementationVersion();
    return stated == null ? "unreleased" : stated;
  }
}

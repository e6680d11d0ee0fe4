package io.github.clerkjakarta.security.internal.identity;

import jakarta.servlet.ServletRequest;

/**
 * A call that everybody may make, nobody included, while the server looks at its annotations.
 * Payara authenticates there for {@code @PermitAll}, and must not challenge who needn't sign in.
 */
public final class OpenCall {

  private static final String ATTRIBUTE = OpenCall.class.getName();

  private OpenCall() {}

  /** The server is about to look at the annotations of a method that is open to everybody. */
  public static void begin(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, ATTRIBUTE);
  }

  /** The server has looked; from here on it is the application that authenticates. */
  public static void end(ServletRequest request) {
    request.removeAttribute(ATTRIBUTE);
  }

  /** Whether nobody has to sign in, whoever asks. */
  public static boolean isOn(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }
}

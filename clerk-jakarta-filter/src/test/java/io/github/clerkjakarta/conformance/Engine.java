package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.internal.token.TimeSource;

/** What is judged. */
public interface Engine {

  /** An authenticator whose clocks are these. */
  RequestAuthenticator authenticator(ClerkOptions options, TimeSource time);

  /** The cookie suffix of any text, publishable key or not. */
  String cookieSuffix(String text);

  /**
   * The Frontend API of an instance as its browsers reach it: a host, or the URL of a proxy.
   *
   * @param options options with a valid publishable key
   */
  String frontendApi(ClerkOptions options);
}

package io.github.clerkjakarta;

import java.util.Optional;

/**
 * The options of the instance that a request was judged by, as far as pages and redirects need
 * them. There is no secret among them.
 *
 * @param publishableKey the publishable key
 * @param proxyUrl the proxy URL, made absolute
 * @param domain the satellite domain
 * @param satellite whether this application is a satellite
 * @param signInUrl the sign-in page
 * @param signUpUrl the sign-up page
 * @param afterSignInUrl where to go after sign-in
 * @param afterSignUpUrl where to go after sign-up
 */
public record RequestSettings(
    Optional<String> publishableKey,
    Optional<String> proxyUrl,
    Optional<String> domain,
    boolean satellite,
    Optional<String> signInUrl,
    Optional<String> signUpUrl,
    Optional<String> afterSignInUrl,
    Optional<String> afterSignUpUrl) {

  /** Settings that say nothing. */
  public static final RequestSettings NONE =
      new RequestSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}

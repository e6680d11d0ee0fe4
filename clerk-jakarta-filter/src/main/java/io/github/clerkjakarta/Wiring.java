package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.auth.Nobody;
import io.github.clerkjakarta.internal.backend.ApplicationBackend;
import io.github.clerkjakarta.internal.decision.Engine;
import io.github.clerkjakarta.internal.decision.PublicUrl;
import io.github.clerkjakarta.internal.decision.ReturnAddress;
import io.github.clerkjakarta.internal.decision.SignInRedirect;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Optional;

/** The one place that joins the public face to the rooms behind it. */
final class Wiring {

  private Wiring() {}

  static Auth nobody() {
    return Nobody.nobody();
  }

  static Optional<String> publicUrl(RequestState state) {
    return Optional.ofNullable(PublicUrl.of(state)).map(WebUrl::href);
  }

  static String signInLocation(RequestState state, RedirectOptions options) {
    return SignInRedirect.toSignIn(state, options);
  }

  static String signUpLocation(RequestState state, RedirectOptions options) {
    return SignInRedirect.toSignUp(state, options);
  }

  static Optional<String> returnAddress(RequestState state, String asked) {
    return ReturnAddress.of(state, asked);
  }

  static RequestAuthenticator authenticator(ClerkOptions options) {
    return authenticator(options, TimeSource.SYSTEM);
  }

  static ClerkBackend backend(ClerkOptions options) {
    return new ApplicationBackend(options, TimeSource.SYSTEM);
  }

  static RequestAuthenticator authenticator(ClerkOptions options, TimeSource time) {
    return new Engine(options, time);
  }
}

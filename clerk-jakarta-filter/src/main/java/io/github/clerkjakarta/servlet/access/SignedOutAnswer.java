package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.PublishableKey.InstanceType;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * What a caller who must be signed in and isn't gets to hear: a browser that asks for a page is
 * sent to sign in where that can help, all others are told.
 */
public final class SignedOutAnswer {

  private SignedOutAnswer() {}

  /**
   * Sends a browser to a sign-in or sign-up page, unless it has been there to no avail.
   *
   * @throws IOException when the response can't be written
   */
  public static void redirect(
      String location, HttpServletRequest request, HttpServletResponse response, RequestState state)
      throws IOException {
    DenialWriter.write(
        HandshakeLoop.endedBefore(request)
            ? handshakesEnded(state)
            : trip(location, request, state)
                .orElseGet(() -> challenge(request, state, AcceptsToken.SESSION_TOKEN)),
        response);
  }

  /** The answer where tokens of these kinds are accepted. */
  static Denial to(HttpServletRequest request, RequestState state, AcceptsToken accepts) {
    Cure cure = state.reason().map(Cure::of).orElse(Cure.SIGN_IN);
    if (cure == Cure.LATER) {
      String general =
          "Who is calling can't be verified at the moment. Try again in a few seconds.";
      return new Denial.Unavailable(text(state, general, detail(state)));
    }
    boolean signingInHelps =
        cure == Cure.SIGN_IN
            && accepts.accepts(TokenType.SESSION_TOKEN)
            && !Credentials.areBearer(request);
    if (signingInHelps && HandshakeLoop.endedBefore(request)) {
      return handshakesEnded(state);
    }
    if (signingInHelps && DocumentNavigation.is(request)) {
      return signInPage(state)
          .flatMap(location -> trip(location, request, state))
          .orElseGet(() -> challenge(request, state, accepts));
    }
    return challenge(request, state, accepts);
  }

  /** Where no option names a page, as with a token of none of several kinds, there is no trip. */
  private static Optional<String> signInPage(RequestState state) {
    try {
      return Optional.of(Redirects.toSignIn(state));
    } catch (ClerkConfigurationException e) {
      return Optional.empty();
    }
  }

  private static Optional<Denial> trip(
      String location, HttpServletRequest request, RequestState state) {
    String here = state.url().orElse("");
    int made = SignInTrips.made(request, here);
    boolean secure = Origin.of(state).filter(Origin::isSecure).isPresent();
    return SignInTrips.areEnough(made)
        ? Optional.empty()
        : Optional.of(new Denial.Trip(location, SignInTrips.cookie(made, here, secure)));
  }

  private static Denial challenge(
      HttpServletRequest request, RequestState state, AcceptsToken accepts) {
    Optional<String> metadata =
        accepts.accepts(TokenType.OAUTH_TOKEN)
            ? ProtectedResource.metadataOf(request, state)
            : Optional.empty();
    return new Denial.Challenge(
        text(state, "Not signed in.", detail(state)), Credentials.areBearer(request), metadata);
  }

  private static Denial handshakesEnded(RequestState state) {
    return new Denial.Challenge(
        text(state, "Not signed in.", HandshakeLoop.LIKELY_CAUSE), false, Optional.empty());
  }

  private static String detail(RequestState state) {
    return state.message().orElse("");
  }

  private static String text(RequestState state, String general, String detail) {
    boolean development =
        state
            .settings()
            .publishableKey()
            .flatMap(PublishableKey::parse)
            .filter(key -> key.instanceType() == InstanceType.DEVELOPMENT)
            .isPresent();
    Optional<String> exact = state.reason().map(reason -> (reason + " " + detail).strip());
    return Denial.text(development, general, exact);
  }
}

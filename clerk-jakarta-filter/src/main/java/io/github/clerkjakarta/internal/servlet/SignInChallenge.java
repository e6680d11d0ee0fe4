package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.reason.Reason.Resolution;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a caller who must be signed in and isn't gets to hear: a browser that asks for a page is
 * sent to sign in where that can help, all others are told.
 */
final class SignInChallenge {

  /** What fits the response header of every server, beside our other headers. */
  private static final int LONGEST_LOCATION = 6000;

  private static final String HANDSHAKES_ENDED =
      "Clerk was asked three times, and none of its answers could be used here. Usually the keys"
          + " are wrong: set CLERK_PUBLISHABLE_KEY and CLERK_SECRET_KEY to those of one instance.";

  private final HttpServletRequest servletRequest;
  private final RequestState state;
  private final IncomingRequest request;

  /** The challenge of a request with this state. */
  SignInChallenge(HttpServletRequest servletRequest, RequestState state) {
    this.servletRequest = servletRequest;
    this.state = state;
    this.request = IncomingRequest.of(state);
  }

  /** Whether a location is so long that no response could hold it. */
  static boolean isTooLong(String location) {
    return location.length() > LONGEST_LOCATION;
  }

  /** Sends a browser to a sign-in or sign-up page, unless it has been there to no avail. */
  Refusal redirect(String location) {
    return LoopGuard.hasEndedHandshakes(request)
        ? handshakesEnded()
        : trip(location).orElseGet(() -> challenge(AcceptsToken.SESSION_TOKEN, reason()));
  }

  /** The answer where tokens of these kinds are accepted. */
  Refusal of(AcceptsToken accepts) {
    Reason reason = reason();
    if (reason.resolution() == Resolution.RETRY) {
      return Refusal.unavailable(
          text("Who is calling can't be verified at the moment. Try again in a few seconds.", ""));
    }
    boolean signingInHelps =
        reason.resolution() == Resolution.SIGN_IN
            && accepts.accepts(TokenType.SESSION_TOKEN)
            && request.bearerToken() == null;
    if (signingInHelps && LoopGuard.hasEndedHandshakes(request)) {
      return handshakesEnded();
    }
    if (signingInHelps && isPageNavigation()) {
      return IncomingRequest.publicUrl(state) == null
          ? Refusal.UNREADABLE_ADDRESS
          : signInPage().flatMap(this::trip).orElseGet(() -> challenge(accepts, reason));
    }
    return challenge(accepts, reason);
  }

  private Reason reason() {
    return state.reason().map(Reason::of).orElse(Reason.SESSION_TOKEN_AND_UAT_MISSING);
  }

  private boolean isPageNavigation() {
    String method = request.method();
    return (method.equals("GET") || method.equals("HEAD")) && request.asksForPage();
  }

  /** Where no option names a page, as with a token of none of several kinds, there is no trip. */
  private Optional<String> signInPage() {
    try {
      return Optional.of(Redirects.toSignIn(state));
    } catch (ClerkConfigurationException e) {
      return Optional.empty();
    }
  }

  private Optional<Refusal> trip(String location) {
    WebUrl here = IncomingRequest.publicUrl(state);
    if (isTooLong(location)) {
      return Optional.of(Refusal.ADDRESS_TOO_LONG);
    }
    String address = here == null ? "" : here.href();
    boolean secure = here != null && here.scheme().equals("https");
    int made = LoopGuard.tripsMade(request, address, secure);
    return LoopGuard.areEnough(made)
        ? Optional.empty()
        : Optional.of(Refusal.trip(location, LoopGuard.cookie(made, address, secure)));
  }

  private Refusal challenge(AcceptsToken accepts, Reason reason) {
    Optional<String> metadata =
        accepts.accepts(TokenType.OAUTH_TOKEN)
            ? ProtectedResource.metadataOf(servletRequest, state)
            : Optional.empty();
    return Refusal.challenge(
        text("Not signed in.", ""), reason.resolution(), request.bearerToken() != null, metadata);
  }

  private Refusal handshakesEnded() {
    return Refusal.challenge(
        text("Not signed in.", HANDSHAKES_ENDED), Resolution.CONFIGURE, false, Optional.empty());
  }

  /** The text for a person: the exact one where developers look, else one that says nothing. */
  private String text(String general, String detail) {
    if (!state.settings().isDevelopment() || state.reason().isEmpty()) {
      return general;
    }
    String said = detail.isEmpty() ? state.message().orElse("") : detail;
    String words = said.isEmpty() ? reason().words() : said;
    return PrintableText.of((reason().code() + " " + words).strip());
  }
}

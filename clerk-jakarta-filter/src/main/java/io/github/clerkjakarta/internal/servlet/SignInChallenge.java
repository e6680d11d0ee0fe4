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
import io.github.clerkjakarta.internal.request.ScriptClient;
import io.github.clerkjakarta.internal.web.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller who must be signed in and isn't gets to hear: a browser that asks for a page is
 * sent to sign in where that can help, all others are told.
 */
final class SignInChallenge {

  /** What fits the response header of every server, beside our other headers. */
  private static final int LONGEST_LOCATION = 6000;

  private static final String HANDSHAKES_ENDED =
      "Clerk was asked three times, and none of its answers could be used here; the log says why."
          + " Usually the keys are wrong: set CLERK_PUBLISHABLE_KEY and CLERK_SECRET_KEY to those of"
          + " one instance. Or its session tokens have no claim azp, while clerk.authorizedParties"
          + " (CLERK_AUTHORIZED_PARTIES) is set.";

  private static final String WITHOUT_SESSION =
      "The browser came back from the sign-in page three times without a session. Either it"
          + " withholds cookies from this site, as in a frame of another site, or the sign-in page"
          + " belongs to another instance than CLERK_PUBLISHABLE_KEY or to another domain.";

  private static final String WITHOUT_ORIGIN =
      "You are signed in, but by a session token that doesn't say for which site it is, and this"
          + " site takes no such token. Whoever runs the site can change that.";

  private static final String WITHOUT_COOKIES =
      "You came back from signing in, but your browser sent no session. Allow cookies for this"
          + " site, and open it in a tab of its own.";

  private final HttpServletRequest servletRequest;
  private final RequestState state;
  private final IncomingRequest request;
  private final @Nullable ScriptClient script;

  /** The challenge of a request with this state. */
  SignInChallenge(HttpServletRequest servletRequest, RequestState state) {
    this.servletRequest = servletRequest;
    this.state = state;
    this.request = IncomingRequest.of(state);
    this.script = ScriptClient.of(request);
  }

  /** Whether a location is so long that no response could hold it. */
  static boolean isTooLong(String location) {
    return location.length() > LONGEST_LOCATION;
  }

  /** Sends a browser to a sign-in or sign-up page, unless it has been there to no avail. */
  Refusal redirect(String location) {
    return LoopGuard.hasEndedHandshakes(request)
        ? handshakesEnded()
        : trip(location).orElseGet(() -> tripsEnded(AcceptsToken.SESSION_TOKEN));
  }

  /** The answer where tokens of these kinds are accepted. */
  Refusal of(AcceptsToken accepts) {
    Reason reason = reason();
    if (reason.resolution() == Resolution.RETRY) {
      return Refusal.unavailable(
          text("Who is calling can't be verified at the moment. Try again in a few seconds.", ""));
    }
    boolean signingInHelps =
        reason.resolution() != Resolution.CONFIGURE
            && accepts.accepts(TokenType.SESSION_TOKEN)
            && request.bearerToken() == null;
    if (signingInHelps && LoopGuard.hasEndedHandshakes(request)) {
      return handshakesEnded();
    }
    if (signingInHelps && (script != null || isPageNavigation())) {
      return IncomingRequest.publicUrl(state) == null
          ? Refusal.UNREADABLE_ADDRESS
          : signInPage()
              .map(page -> trip(page).orElseGet(() -> tripsEnded(accepts)))
              .orElseGet(() -> challenge(accepts, reason));
    }
    return challenge(accepts, reason);
  }

  private Reason reason() {
    return state
        .reason()
        .map(code -> Reason.of(code, state.message().orElse("")))
        .orElse(Reason.SESSION_TOKEN_AND_UAT_MISSING);
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
    String address =
        script == null ? here == null ? "" : here.href() : script.page(request).orElse("");
    boolean secure = here != null && here.scheme().equals("https");
    int made = LoopGuard.tripsMade(request, address, secure);
    return LoopGuard.areEnough(made)
        ? Optional.empty()
        : Optional.of(Refusal.trip(location, script, LoopGuard.cookie(made, address, secure)));
  }

  /** The browser has been to the sign-in page, and came back as it went. */
  private Refusal tripsEnded(AcceptsToken accepts) {
    Reason reason = reason();
    return reason.equals(Reason.SESSION_TOKEN_AND_UAT_MISSING)
        ? Refusal.challenge(
                text(WITHOUT_COOKIES, WITHOUT_SESSION),
                Resolution.CONFIGURE,
                false,
                metadata(accepts))
            .advising(WITHOUT_SESSION)
        : challenge(accepts, reason);
  }

  private Refusal challenge(AcceptsToken accepts, Reason reason) {
    boolean withoutOrigin = reason.resolution() == Resolution.SIGN_IN_OR_CONFIGURE;
    return Refusal.challenge(
        withoutOrigin ? text(WITHOUT_ORIGIN, reason.explanation()) : text("Not signed in.", ""),
        reason.resolution(),
        request.bearerToken() != null,
        metadata(accepts));
  }

  private Optional<String> metadata(AcceptsToken accepts) {
    return accepts.accepts(TokenType.OAUTH_TOKEN)
        ? ProtectedResource.metadataOf(servletRequest, state)
        : Optional.empty();
  }

  private Refusal handshakesEnded() {
    return Refusal.challenge(
            text("Not signed in.", HANDSHAKES_ENDED), Resolution.CONFIGURE, false, Optional.empty())
        .advising(HANDSHAKES_ENDED);
  }

  /** The text for a person: the exact one where developers look, else one that says nothing. */
  private String text(String general, String detail) {
    if (!state.settings().isDevelopment() || state.reason().isEmpty()) {
      return general;
    }
    String said = detail.isEmpty() ? state.message().orElse("") : detail;
    String words = said.isEmpty() ? reason().explanation() : said;
    return PrintableText.of((reason().code() + " " + words).strip());
  }
}

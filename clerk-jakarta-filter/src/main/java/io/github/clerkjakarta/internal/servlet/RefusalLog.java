package io.github.clerkjakarta.internal.servlet;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.log.LogText;
import io.github.clerkjakarta.internal.log.RateLimitedLogs;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.reason.Reason.Resolution;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator is told about requests that were refused, or count as nobody's although they
 * brought a token: each is one line at DEBUG, and of each reason one a minute says at INFO or
 * WARNING what cures it.
 */
final class RefusalLog {

  private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());

  /** What happens to everybody now and then. */
  private static final Set<String> ORDINARY =
      Stream.of(
              Reason.SESSION_TOKEN_AND_UAT_MISSING,
              Reason.CLIENT_UAT_WITHOUT_SESSION_TOKEN,
              Reason.SESSION_TOKEN_WITHOUT_CLIENT_UAT,
              Reason.SESSION_TOKEN_MISSING,
              Reason.SESSION_TOKEN_EXPIRED,
              Reason.SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT,
              Reason.DEV_BROWSER_MISSING,
              Reason.DEV_BROWSER_SYNC,
              Reason.PRIMARY_RESPONDS_TO_SYNCING,
              Reason.PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC,
              Reason.SATELLITE_NEEDS_SYNCING,
              Reason.ACTIVE_ORGANIZATION_MISMATCH,
              Reason.NO_TOKEN_IN_HEADER,
              Reason.CORS_PREFLIGHT,
              Reason.LOGGED_OUT)
          .map(Reason::words)
          .collect(Collectors.toUnmodifiableSet());

  private static final String BY_RULE =
      "Whoever is calling is signed in, and lacks what a rule or an annotation asks for.";

  private final RateLimitedLogs oneAMinute;

  /** Measures by a clock that never steps back, in nanoseconds. */
  RefusalLog(LongSupplier nanoTime) {
    this.oneAMinute = new RateLimitedLogs(LOG, nanoTime);
  }

  /** A request goes no further. */
  void refused(Refusal refusal, RequestState state) {
    String answer = "is answered with " + refusal.status();
    Optional<Reason> reason = reason(state);
    tell(answer, reason.map(Reason::code).orElse(""), state);
    if (reason.isEmpty()) {
      oneAMinute.log(INFO, BY_RULE, "Clerk: a request " + answer + ". " + BY_RULE);
    } else if (!refusal.advice().isEmpty()) {
      warn(answer, reason.get(), refusal.advice(), refusal.advice());
    } else if (refusal.status() != 500) {
      explain(answer, reason.get());
    }
  }

  /** A request goes on, as nobody's. */
  void goesOn(RequestState.SignedOut state) {
    Optional<Reason> reason = reason(state);
    reason
        .filter(why -> !ORDINARY.contains(why.words()))
        .ifPresent(
            why -> {
              tell("counts as nobody's", why.code(), state);
              explain("counts as nobody's", why);
            });
  }

  private void explain(String answer, Reason reason) {
    // FilterLog says which origin that was, and what cures it.
    if (ORDINARY.contains(reason.words()) || reason.equals(Reason.FOREIGN_ORIGIN)) {
      return;
    }
    // A code that nobody here knows may be of a stranger's choice.
    if (reason.resolution() == Resolution.SIGN_IN) {
      oneAMinute.log(INFO, reason.words(), line(answer, reason, reason.explanation()));
    } else {
      warn(answer, reason, reason.words(), reason.explanation());
    }
  }

  private void warn(String answer, Reason reason, String kind, String advice) {
    oneAMinute.log(WARNING, kind, line(answer, reason, advice));
  }

  private static String line(String answer, Reason reason, String advice) {
    return "Clerk: a request " + answer + " (" + LogText.of(reason.code()) + "). " + advice;
  }

  private static void tell(String answer, String reason, RequestState state) {
    LOG.log(
        DEBUG,
        () ->
            "Clerk: "
                + LogText.of(state.request().method() + " " + path(state))
                + " "
                + answer
                + (reason.isEmpty() ? "." : " (" + LogText.of(reason) + ").")
                + state
                    .message()
                    .filter(text -> !text.isEmpty())
                    .map(text -> " " + LogText.of(text))
                    .orElse(""));
  }

  /** The query may hold tokens. */
  private static String path(RequestState state) {
    WebUrl url = IncomingRequest.publicUrl(state);
    return url == null ? "" : url.pathname();
  }

  private static Optional<Reason> reason(RequestState state) {
    return state.reason().map(code -> Reason.of(code, state.message().orElse("")));
  }
}

package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.conformance.Differences.Situation;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Differences about redirects, cookies and keys. */
final class FlowDifferences {

  private static final Set<String> SESSION_CATEGORIES =
      Set.of("cl_B7d4PD111AAA", "cl_I7d4PD111III");
  private static final Pattern CLERK_COOKIE =
      Pattern.compile("__(session|client_uat|refresh|client)(_.+)?|__clerk_.*");
  private static final Pattern DOMAIN = Pattern.compile("(?i);\\s*domain\\s*=([^;]*)");
  private static final String SATELLITE = "__clerk_redirect_url";
  private static final long UNKNOWN_KEY_COOLDOWN = 10_000;
  private static final long DEFAULT_CLOCK_SKEW = 5_000;

  private FlowDifferences() {}

  /** The loop guard counts from 0 to 3 and stops there, whatever the cookie says. */
  static Optional<Map<String, @Nullable Object>> redirectCounter(Situation situation) {
    if (!situation.expects("status", "handshake")) {
      return Optional.empty();
    }
    double counter =
        PresentedTokens.cookie(situation.call(), "__clerk_redirect_count")
            .map(FlowDifferences::number)
            .orElse(0.0);
    if (counter > 3) {
      return Optional.of(Refusals.withoutRedirect(situation.expected()));
    }
    if (counter < 0 || counter != Math.rint(counter)) {
      long next = Math.max(0, (long) counter) + 1;
      return Optional.of(
          Values.with(
              situation.expected(),
              "headers",
              Values.with(
                  Values.object(situation.expected(), "headers"),
                  "set-cookie",
                  List.of(
                      "__clerk_redirect_count=" + next + "; SameSite=Lax; HttpOnly; Max-Age=2"))));
    }
    return Optional.empty();
  }

  /** An answer from Clerk sets Clerk's cookies and no others. */
  static Optional<Map<String, @Nullable Object>> foreignCookies(Situation situation) {
    Map<String, @Nullable Object> headers = Values.object(situation.expected(), "headers");
    List<@Nullable Object> cookies = Values.list(headers.get("set-cookie"));
    List<@Nullable Object> clerks =
        cookies.stream()
            .filter(
                cookie ->
                    isClerks(String.valueOf(cookie))
                        && isForHost(situation.call(), String.valueOf(cookie)))
            .toList();
    if (clerks.size() == cookies.size()) {
      return Optional.empty();
    }
    return Optional.of(
        Values.with(
            situation.expected(),
            "headers",
            clerks.isEmpty()
                ? Values.without(headers, "set-cookie")
                : Values.with(headers, "set-cookie", clerks)));
  }

  private static boolean isClerks(String cookie) {
    return CLERK_COOKIE.matcher(cookie.split("=", 2)[0]).matches();
  }

  /** Whether the host that was asked may set this cookie (RFC 6265, section 5.1.3). */
  private static boolean isForHost(Vector.Call call, String cookie) {
    Matcher domain = DOMAIN.matcher(cookie);
    if (!domain.find()) {
      return true;
    }
    String parent = domain.group(1).trim().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
    return parent.isEmpty()
        || RequestAddress.of(call).stream()
            .flatMap(address -> Stream.of(address.here(), address.container()))
            .map(WebUrl::host)
            .anyMatch(
                host ->
                    host.equals(parent) || (parent.contains(".") && host.endsWith("." + parent)));
  }

  /** A handshake token past its {@code exp} is refused like one with a damaged signature. */
  static Optional<Map<String, @Nullable Object>> expiredHandshake(Situation situation) {
    boolean resolved =
        Values.object(situation.expected(), "headers").containsKey("access-control-allow-origin");
    if (!resolved || hasNonce(situation)) {
      return Optional.empty();
    }
    return PresentedTokens.handshake(situation.call())
        .filter(
            token ->
                token.payload().containsKey("exp")
                    && !(token.payload().get("exp") instanceof Number exp
                        && Math.floor(exp.doubleValue()) * 1000
                            > situation.call().now() - clockSkew(situation)))
        .flatMap(token -> answerToDamaged(situation, token.text()));
  }

  private static boolean hasNonce(Situation situation) {
    return Values.string(situation.call().request(), "url").contains("__clerk_handshake_nonce=")
        || PresentedTokens.cookie(situation.call(), "__clerk_handshake_nonce").isPresent();
  }

  private static double clockSkew(Situation situation) {
    return situation.call().options().get("clockSkewInMs") instanceof Number skew
        ? skew.doubleValue()
        : DEFAULT_CLOCK_SKEW;
  }

  /** The cookies of a handshake hold a token that isn't a session token, as M2M tokens aren't. */
  static Optional<Map<String, @Nullable Object>> otherCategory(Situation situation) {
    boolean resolved =
        Values.object(situation.expected(), "headers").containsKey("access-control-allow-origin");
    return PresentedTokens.inDirective(situation.call())
        .filter(token -> resolved && token.header().containsKey("cat"))
        .filter(token -> !SESSION_CATEGORIES.contains(String.valueOf(token.header().get("cat"))))
        .map(token -> answerWithoutHandshake(situation));
  }

  private static Map<String, @Nullable Object> answerWithoutHandshake(Situation situation) {
    return Values.with(
        answerWithout("__clerk_handshake", situation),
        "backendCalls",
        situation.expected().get("backendCalls"));
  }

  /** A development primary answers satellites at web addresses, and nobody else. */
  static Optional<Map<String, @Nullable Object>> foreignSatellite(Situation situation) {
    boolean answered =
        situation.expects("reason", "primary-responds-to-syncing")
            || situation.expects("throws", "Invalid URL");
    return satellite(situation.call()).filter(address -> answered && !isWeb(address)).isPresent()
        ? Optional.of(answerWithout(SATELLITE, situation))
        : Optional.empty();
  }

  /** The satellite that asks to be answered, as it stands in the query. */
  private static Optional<String> satellite(Vector.Call call) {
    String[] url = Values.string(call.request(), "url").split("#", 2)[0].split("\\?", 2);
    return LocationParts.query(url.length < 2 ? "" : url[1]).stream()
        .filter(pair -> pair.get(0).equals(SATELLITE))
        .map(pair -> pair.get(1))
        .findFirst();
  }

  private static boolean isWeb(String address) {
    WebUrl url = WebUrl.parse(address);
    return url != null && url.scheme().matches("https?");
  }

  /** Our own answer to the request if a parameter or cookie of Clerk's were any other. */
  private static Map<String, @Nullable Object> answerWithout(String name, Situation situation) {
    String other = name.replace("__clerk", "__clirk");
    Object request =
        Values.mapStrings(situation.call().request(), text -> text.replace(name, other));
    Outcome outcome =
        situation.replay().outcome(situation.call().requesting(Values.object(request)));
    return Values.object(
        Values.mapStrings(StateComparison.describe(outcome), text -> text.replace(other, name)));
  }

  /** Development fails with a clear message, production goes on without the handshake. */
  private static Optional<Map<String, @Nullable Object>> answerToDamaged(
      Situation situation, String token) {
    char last = token.charAt(token.length() - 4);
    String damaged =
        token.substring(0, token.length() - 4)
            + (last == 'A' ? 'B' : 'A')
            + token.substring(token.length() - 3);
    Object request =
        Values.mapStrings(situation.call().request(), text -> text.replace(token, damaged));
    Outcome outcome =
        situation.replay().outcome(situation.call().requesting(Values.object(request)));
    boolean development =
        Values.optionalString(situation.call().options(), "publishableKey")
            .filter(key -> key.startsWith("pk_test_"))
            .isPresent();
    if (development == outcome.state().isPresent()) {
      return Optional.empty();
    }
    Object answer =
        Values.mapStrings(StateComparison.describe(outcome), text -> text.replace(damaged, token));
    return Optional.of(Values.with(Values.object(answer), "messageIsInformative", true));
  }

  /** Keys that served before serve on while new ones can't be fetched. */
  static Optional<Map<String, @Nullable Object>> staleKeys(Situation situation) {
    boolean outage =
        situation.expects("reason", "jwk-remote-failed-to-load")
            || situation.expects("reason", "unexpected-error");
    if (!outage
        || !KeyHistories.History.fetches(situation.call())
        || !situation.keys().hasStaleKeyFor(situation.call())) {
      return Optional.empty();
    }
    Vector.Call call = situation.call();
    Outcome withLastKeys =
        situation.replay().outcome(call.answeredBy(situation.keys().lastGoodAnswers()));
    return Optional.of(
        Values.with(
            StateComparison.describe(withLastKeys),
            "backendCalls",
            call.expected().get("backendCalls")));
  }

  /** An unknown key is asked for once in a while, not for each token that names one. */
  static Optional<Map<String, @Nullable Object>> unknownKeyFlood(Situation situation) {
    if (!situation.keys().fetchesForUnknownKey(situation.call())
        || situation.keys().sinceFetchForUnknownKey(situation.call()) >= UNKNOWN_KEY_COOLDOWN) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> answer =
        situation.expects("reason", "jwk-kid-mismatch")
            ? situation.expected()
            : Refusals.signedOut(situation.expected(), "jwk-kid-mismatch");
    return Optional.of(Values.with(answer, "backendCalls", List.of()));
  }

  /** After the second failure in a row the keys aren't asked for at once again. */
  static Optional<Map<String, @Nullable Object>> backOff(Situation situation) {
    if (!KeyHistories.History.fetches(situation.call())
        || !situation.keys().mayBackOff(situation.call())) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> answer =
        situation.keys().hasStaleKeyFor(situation.call())
            ? situation.expected()
            : Refusals.signedOut(situation.expected(), situation.keys().failureReason());
    return Optional.of(Values.with(answer, "backendCalls", List.of()));
  }

  /** As JavaScript's {@code Number()} reads it; what isn't a number is 0. */
  private static double number(String text) {
    try {
      return text.startsWith("0x")
          ? Long.parseLong(text.substring(2), 16)
          : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.conformance.Differences.Situation;
import java.net.URI;
import java.util.LinkedHashMap;
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

  /** What no host has: an end of the host, something before it, or a character beyond ASCII. */
  private static final Pattern NO_HOST = Pattern.compile(".*[@/\\\\?#%].*|.*[^ -~].*");

  private static final Set<String> SESSION_CATEGORIES =
      Set.of("cl_B7d4PD111AAA", "cl_I7d4PD111III");
  private static final Pattern CLERK_COOKIE =
      Pattern.compile("__(session|client_uat|refresh|client|clerk)(_.*)?");
  private static final Pattern DOMAIN = Pattern.compile("(?i);\\s*domain\\s*=([^;]*)");
  private static final Pattern SATELLITE = Pattern.compile("[?&]__clerk_redirect_url=");
  private static final Pattern WEB_SATELLITE =
      Pattern.compile("(?i)[?&]__clerk_redirect_url=https?(:|%3A)");
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

  /** A forwarded host that is more than a host isn't believed. */
  static Optional<Map<String, @Nullable Object>> forwardedHost(Situation situation) {
    String forwarded = situation.call().header("x-forwarded-host");
    String host = first(forwarded.isEmpty() ? situation.call().header("host") : forwarded);
    return NO_HOST.matcher(host).matches()
        ? ownAnswerWithoutForwarding(situation)
        : Optional.empty();
  }

  /** A forwarded protocol other than http and https isn't believed. */
  static Optional<Map<String, @Nullable Object>> forwardedProto(Situation situation) {
    String proto = first(situation.call().header("x-forwarded-proto"));
    return proto.isEmpty() || proto.equalsIgnoreCase("http") || proto.equalsIgnoreCase("https")
        ? Optional.empty()
        : ownAnswerWithoutForwarding(situation);
  }

  private static Optional<Map<String, @Nullable Object>> ownAnswerWithoutForwarding(
      Situation situation) {
    Map<String, @Nullable Object> headers =
        new LinkedHashMap<>(Values.object(situation.call().request(), "headers"));
    headers.keySet().removeIf(name -> name.matches("(?i)x-forwarded-host|x-forwarded-proto|host"));
    Map<String, @Nullable Object> request =
        Values.with(situation.call().request(), "headers", headers);
    Outcome outcome = situation.replay().outcome(situation.call().requesting(request));
    return outcome.state().map(state -> StateComparison.describe(outcome));
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
        || Stream.of(
                String.valueOf(
                    URI.create(Values.string(call.request(), "url").split("[?#]", 2)[0]).getHost()),
                first(call.header("x-forwarded-host")).replaceFirst(":\\d*$", ""),
                call.header("host").replaceFirst(":\\d*$", ""))
            .map(host -> host.toLowerCase(Locale.ROOT))
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
                token.payload().get("exp") instanceof Number exp
                    && Math.floor(exp.doubleValue()) * 1000
                        <= situation.call().now() - clockSkew(situation))
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
    return answered
            && SATELLITE.matcher(Values.string(situation.call().request(), "url")).find()
            && !WEB_SATELLITE.matcher(Values.string(situation.call().request(), "url")).find()
        ? Optional.of(answerWithout("__clerk_redirect_url", situation))
        : Optional.empty();
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
        situation
            .replay()
            .outcome(
                new Vector.Call(
                    call.now(),
                    call.options(),
                    call.request(),
                    situation.keys().lastGoodAnswers(),
                    call.expected()));
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

  private static String first(String list) {
    return list.split(",", 2)[0].trim();
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

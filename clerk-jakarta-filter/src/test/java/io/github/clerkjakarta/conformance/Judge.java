package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts vectors to an engine and says how it did. */
public final class Judge implements AutoCloseable {

  private static final String SECRET_KEY = "sk_test_conformance";

  private final Engine engine;
  private final BackendApi backend = new BackendApi();

  /** A judge of this engine. */
  public Judge(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void close() {
    backend.close();
  }

  /** Judges one vector. A fault of the judge itself is a failure, too. */
  Verdict judge(Vector vector) {
    try {
      VectorFormat.require(vector.json());
      return switch (vector.kind()) {
        case "authenticate", "sequence" -> authenticate(vector);
        case "redirect" -> new Verdict(vector, List.of(), RedirectComparison.compare(vector));
        case "webhook" -> new Verdict(vector, List.of(), WebhookComparison.compare(vector));
        case "publishableKey" -> new Verdict(vector, List.of(), publishableKey(vector));
        default -> throw new IllegalArgumentException("No such kind: " + vector.kind());
      };
    } catch (RuntimeException e) {
      return new Verdict(vector, List.of(), List.of(new Mismatch("(the judge)", null, e)));
    }
  }

  private Verdict authenticate(Vector vector) {
    List<Mismatch> mismatches = new ArrayList<>();
    Set<String> differences = new LinkedHashSet<>();
    Map<Object, RequestAuthenticator> authenticators = new LinkedHashMap<>();
    KeyHistories histories = new KeyHistories();
    SettableTime time = new SettableTime();
    try {
      for (Vector.Call call : vector.calls()) {
        time.set(call.now());
        Outcome outcome = outcome(call, authenticators, time);
        CallVerdict verdict = CallVerdict.of(call, outcome, histories.of(call), this::replay);
        differences.addAll(verdict.differences());
        mismatches.addAll(verdict.mismatches());
        histories.of(call).after(call, outcome);
      }
    } finally {
      authenticators.values().forEach(RequestAuthenticator::close);
    }
    return new Verdict(vector, List.copyOf(differences), mismatches);
  }

  /** The outcome of one call alone, with nothing cached. */
  private Outcome replay(Vector.Call call) {
    Map<Object, RequestAuthenticator> authenticators = new LinkedHashMap<>();
    SettableTime time = new SettableTime();
    time.set(call.now());
    try {
      return outcome(call, authenticators, time);
    } finally {
      authenticators.values().forEach(RequestAuthenticator::close);
    }
  }

  private Outcome outcome(
      Vector.Call call, Map<Object, RequestAuthenticator> authenticators, SettableTime time) {
    backend.answer(call.backend());
    Optional<RequestState> state = Optional.empty();
    Optional<RuntimeException> thrown = Optional.empty();
    try {
      RequestAuthenticator authenticator =
          authenticators.computeIfAbsent(
              OptionMapping.ofClient(call.options()),
              options -> engine.authenticator(clientOptions(call.options()), time));
      state =
          Optional.of(
              authenticator.authenticate(
                  request(call), OptionMapping.requestOptions(call.options())));
    } catch (RuntimeException e) {
      thrown = Optional.of(e);
    }
    return new Outcome(state, thrown, backend.calls());
  }

  private ClerkOptions clientOptions(Map<String, @Nullable Object> options) {
    String apiUrl = Values.optionalString(options, "apiUrl").orElse(null);
    return OptionMapping.clientOptions(options, backend.standingInFor(apiUrl));
  }

  private static ClerkRequest request(Vector.Call call) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Values.object(call.request(), "headers")
        .forEach(
            (name, value) ->
                headers.put(name.toLowerCase(Locale.ROOT), List.of(String.valueOf(value))));
    return ClerkRequest.of(
        Values.string(call.request(), "method"), Values.string(call.request(), "url"), headers);
  }

  private List<Mismatch> publishableKey(Vector vector) {
    Map<String, @Nullable Object> given = Values.object(vector.json(), "publishableKey");
    String key = Values.string(given, "key");
    Map<String, @Nullable Object> options = new LinkedHashMap<>(Values.object(given, "options"));
    options.put("publishableKey", key);
    options.put("secretKey", SECRET_KEY);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    Optional<PublishableKey> parsed = PublishableKey.parse(key);
    actual.put("valid", parsed.isPresent());
    actual.put("parsed", null);
    parsed.ifPresent(
        found ->
            actual.put(
                "parsed",
                Map.of(
                    "instanceType",
                    found.instanceType().name().toLowerCase(Locale.ROOT),
                    "frontendApi",
                    engine.frontendApi(clientOptions(options)))));
    actual.put("cookieSuffix", engine.cookieSuffix(key));
    List<Mismatch> mismatches = new ArrayList<>();
    for (String member : List.of("valid", "parsed", "cookieSuffix")) {
      if (!Values.equal(vector.expected().get(member), actual.get(member))) {
        mismatches.add(new Mismatch(member, vector.expected().get(member), actual.get(member)));
      }
    }
    Values.optionalString(vector.expected(), "fatalMessageStart")
        .ifPresent(start -> mismatches.addAll(fatal(start, options)));
    return mismatches;
  }

  private List<Mismatch> fatal(String start, Map<String, @Nullable Object> options) {
    Map<String, @Nullable Object> request =
        Map.of("method", "GET", "url", "https://app.example/", "headers", Map.of());
    Outcome outcome =
        replay(
            new Vector.Call(1_760_000_000_000L, options, request, List.of(), List.of(), Map.of()));
    return outcome.thrown().orElse(null) instanceof ClerkConfigurationException thrown
            && String.valueOf(thrown.getMessage()).startsWith(start)
        ? List.of()
        : List.of(
            new Mismatch(
                "fatalMessageStart",
                start,
                outcome.thrown().<Object>map(e -> e).orElse("no failure")));
  }
}

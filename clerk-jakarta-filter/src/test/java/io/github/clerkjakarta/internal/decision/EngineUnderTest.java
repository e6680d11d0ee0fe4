package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.Visit;
import java.util.List;

/** An engine with its clocks, and short ways to ask it. */
final class EngineUnderTest implements AutoCloseable {

  static final String SUFFIX = "_" + suffix(Instances.LIVE_KEY);
  static final String TEST_SUFFIX = "_" + suffix(Instances.TEST_KEY);

  final ManualTime time = new ManualTime();
  private final Engine engine;

  private EngineUnderTest(ClerkOptions options) {
    this.engine = new Engine(options, time);
  }

  static EngineUnderTest with(ClerkOptions.Builder options) {
    return new EngineUnderTest(options.build());
  }

  /** A production instance with a PEM key. */
  static EngineUnderTest production() {
    return with(Instances.production());
  }

  /** A development instance with a PEM key. */
  static EngineUnderTest development() {
    return with(Instances.development());
  }

  RequestState ask(ClerkRequest request) {
    return engine.authenticate(request, RequestOptions.DEFAULT);
  }

  RequestState ask(ClerkRequest request, RequestOptions options) {
    return engine.authenticate(request, options);
  }

  RequestState ask(Visit visit) {
    return ask(visit.request());
  }

  /** The outcome in one word or two: {@code signed-in user_1}, or status and reason. */
  String outcome(Visit visit) {
    return outcome(visit.request());
  }

  String outcome(ClerkRequest request) {
    return describe(ask(request));
  }

  static String describe(RequestState state) {
    return state.status()
        + " "
        + state.reason().orElseGet(() -> state.auth().userId().orElse("(pending)"));
  }

  static String location(RequestState state) {
    return state.headers().getOrDefault("location", List.of("(none)")).get(0);
  }

  static List<String> setCookies(RequestState state) {
    return state.headers().getOrDefault("set-cookie", List.of());
  }

  @Override
  public void close() {
    engine.close();
  }

  private static String suffix(String publishableKey) {
    return PublishableKey.parse(publishableKey).orElseThrow().cookieSuffix();
  }
}

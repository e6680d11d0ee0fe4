package io.github.clerkjakarta.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.LoopbackBackend;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many callers at once on one authenticator. */
class ManyCallersTest {

  private static final int THREADS = 8;
  private static final int PEOPLE = 24;
  private static final RequestOptions SKIPPING =
      RequestOptions.builder().skipJwksCache(true).build();

  private final List<String> tokens = new ArrayList<>();
  private final List<String> forged = new ArrayList<>();

  ManyCallersTest() {
    for (int person = 0; person < PEOPLE; person++) {
      Token token = Token.of("user_" + person).claim("org_id", "org_" + person);
      tokens.add(token.text());
      forged.add(token.forgedBy(SigningKey.TWO).text());
    }
  }

  @Test
  @DisplayName("T4 eight threads and many people: everyone is who they are, and nobody else")
  void noBleeding() throws Exception {
    try (EngineUnderTest engine = EngineUnderTest.production()) {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      assertThat(callersOn(threads, engine, TimeUnit.MILLISECONDS.toNanos(1_500))).isPositive();
    }
  }

  @Test
  @DisplayName("T5 the same on virtual threads, where the Java platform has them")
  void noBleedingOnVirtualThreads() throws Exception {
    try (EngineUnderTest engine = EngineUnderTest.production()) {
      assertThat(callersOn(virtualThreads(), engine, TimeUnit.MILLISECONDS.toNanos(500)))
          .isPositive();
    }
  }

  @Test
  @DisplayName("T4 the same from the first request on, with keys that have yet to be fetched")
  void noBleedingCold() throws Exception {
    try (LoopbackBackend backend = LoopbackBackend.showing(SigningKey.ONE);
        EngineUnderTest engine = EngineUnderTest.with(Instances.asking(backend))) {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<RequestState>> states = new ArrayList<>();
        for (String token : tokens) {
          states.add(threads.submit(() -> engine.ask(Visit.bearer(token))));
        }
        for (int person = 0; person < PEOPLE; person++) {
          assertThat(states.get(person).get().auth().userId()).contains("user_" + person);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(backend.calls()).hasSize(1);
    }
  }

  /** Java 21's executor of virtual threads; before, as many platform threads as are asked for. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException e) {
      return Executors.newCachedThreadPool();
    }
  }

  private long callersOn(ExecutorService threads, EngineUnderTest engine, long nanos)
      throws Exception {
    try {
      List<Future<Long>> counts = new ArrayList<>();
      long deadline = System.nanoTime() + nanos;
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        counts.add(
            threads.submit(
                () -> {
                  long count = 0;
                  while (System.nanoTime() - deadline < 0) {
                    ask(engine, random);
                    count++;
                  }
                  return count;
                }));
      }
      long all = 0;
      for (Future<Long> count : counts) {
        all += count.get();
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private void ask(EngineUnderTest engine, Random random) {
    int person = random.nextInt(PEOPLE);
    boolean genuine = random.nextInt(4) > 0;
    String token = genuine ? tokens.get(person) : forged.get(person);
    RequestState state =
        random.nextInt(8) == 0
            ? engine.ask(request(random, token), SKIPPING)
            : engine.ask(request(random, token));
    if (genuine) {
      assertThat(state.auth().userId()).contains("user_" + person);
      assertThat(state.auth().sessionId()).contains("sess_of_user_" + person);
      assertThat(state.auth().orgId()).contains("org_" + person);
    } else {
      assertThat(state.reason()).contains("token-invalid-signature");
      assertThat(state.auth().userId()).isEmpty();
    }
  }

  private static ClerkRequest request(Random random, String token) {
    return random.nextBoolean()
        ? Visit.bearer(token)
        : Visit.api().cookie("__session", token).cookie("__client_uat", "1").request();
  }
}

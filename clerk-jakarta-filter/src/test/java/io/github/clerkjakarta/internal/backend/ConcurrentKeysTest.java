package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.once;
import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.TWO;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.internal.token.KeySource.KeysUnavailable;
import io.github.clerkjakarta.testing.ManualTime;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many callers at once, and a Backend API that takes its time. */
class ConcurrentKeysTest {

  private static final Script WELL = json(200, set(jwk("one", ONE)));
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  @DisplayName("K11 a hundred cold requests make one fetch, and all get its result")
  void oneFetch() throws Exception {
    try (KeysUnderTest test = KeysUnderTest.asking(once(gate, WELL))) {
      List<FutureTask<RSAPublicKey>> callers = callers(100, () -> test.find("one"));
      test.server.awaitRequests(1);
      gate.countDown();
      for (FutureTask<RSAPublicKey> caller : callers) {
        assertThat(caller.get(10, TimeUnit.SECONDS)).isEqualTo(ONE);
      }
      assertThat(test.fetches()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("K11 who is interrupted while waiting leaves alone, and keeps the interrupt")
  void interrupted() throws Exception {
    try (KeysUnderTest test = KeysUnderTest.asking(once(gate, WELL))) {
      FutureTask<Boolean> impatient =
          new FutureTask<>(
              () -> {
                assertThatThrownBy(() -> test.find("one")).isInstanceOf(KeysUnavailable.class);
                return Thread.currentThread().isInterrupted();
              });
      Thread thread = new Thread(impatient);
      thread.start();
      test.server.awaitRequests(1);
      List<FutureTask<RSAPublicKey>> others = callers(5, () -> test.find("one"));
      thread.interrupt();
      assertThat(impatient.get(10, TimeUnit.SECONDS)).isTrue();

      gate.countDown();
      for (FutureTask<RSAPublicKey> other : others) {
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(ONE);
      }
      assertThat(test.fetches()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("K15 an old set under load: one fetch, and nobody waits longer than is worth it")
  void oldSetUnderLoad() throws Exception {
    try (KeysUnderTest test = KeysUnderTest.impatient(WELL, SHORT, LONG)) {
      test.find("one");
      test.time.pass(KeySet.FRESH_FOR);
      test.server.answer(once(gate, json(200, set(jwk("one", TWO)))));

      for (FutureTask<RSAPublicKey> caller : callers(50, () -> test.find("one"))) {
        assertThat(caller.get(10, TimeUnit.SECONDS)).isEqualTo(ONE);
      }
      assertThat(test.keys.known("one")).as("late: nobody waits any more").isNotNull();
      assertThat(test.fetches()).isEqualTo(2);

      gate.countDown();
      for (int i = 0; i < 1000 && !test.find("one").equals(TWO); i++) {
        Thread.sleep(5);
      }
      assertThat(test.find("one")).isEqualTo(TWO);
      assertThat(test.fetches()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("K15 requests that need an old key wait a second for the new set")
  void aSecond() throws Exception {
    ManualTime time = new ManualTime();
    try (ScriptedServer server = ScriptedServer.answering(WELL);
        BackendApiClient api = new BackendApiClient(server.url(), "v1", "sk_test_abc");
        RemoteKeys keys =
            new RemoteKeys(api, Duration.ofHours(24), new WaitingRequests(16, time), time)) {
      keys.find("one", false);
      time.pass(KeySet.FRESH_FOR);
      server.answer(server.silence());
      long before = System.nanoTime();
      assertThat(keys.find("one", false).publicKey()).isEqualTo(ONE);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isBetween(Duration.ofMillis(990), Duration.ofSeconds(4));
    }
  }

  @Test
  @DisplayName("K15 an answer within that second is waited for, so that a removed key is refused")
  void inTime() throws Exception {
    try (KeysUnderTest test = KeysUnderTest.asking(WELL)) {
      test.find("one");
      test.time.pass(KeySet.FRESH_FOR);
      test.server.answer(once(gate, json(200, set(jwk("two", TWO)))));
      FutureTask<RSAPublicKey> caller = callers(1, () -> test.find("one")).get(0);
      test.server.awaitRequests(2);
      gate.countDown();
      assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS)).hasMessageContaining("kid='one'");
    }
  }

  @Test
  @DisplayName("K2 an API that never answers: a bounded wait, and known keys are unaffected")
  void silence() throws Exception {
    try (KeysUnderTest test = KeysUnderTest.impatient(WELL, SHORT, Duration.ofMillis(1500))) {
      test.find("one");
      test.server.answer(test.server.silence());
      FutureTask<String> unknown = callers(1, () -> test.reason("two")).get(0);
      test.server.awaitRequests(2);
      assertThat(test.find("one")).isEqualTo(ONE);
      assertThat(unknown.get(10, TimeUnit.SECONDS)).isEqualTo(KeysUnderTest.UNAVAILABLE);
    }
  }

  @Test
  @DisplayName("U3 closing while a fetch is under way cancels it and doesn't hang")
  void closedDuringAFetch() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (KeysUnderTest test =
        KeysUnderTest.asking(
            (request, out) -> {
              try {
                for (int i = 0; i < 2000; i++) {
                  out.write("HTTP/1.1 200 OK\r\nX-Drip: drip\r\n".getBytes());
                  out.flush();
                  Thread.sleep(5);
                }
              } finally {
                gone.countDown();
              }
            })) {
      FutureTask<String> caller = callers(1, () -> test.reason("one")).get(0);
      test.server.awaitRequests(1);
      long before = System.nanoTime();
      test.keys.close();
      test.api.close();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      assertThat(caller.get(10, TimeUnit.SECONDS)).isEqualTo(KeysUnderTest.UNAVAILABLE);
      assertThat(gone.await(5, TimeUnit.SECONDS)).as("the connection was closed").isTrue();
      assertThat(test.reason("one")).isEqualTo(KeysUnderTest.UNAVAILABLE);
    }
  }

  private static <T> List<FutureTask<T>> callers(int count, Callable<T> call) {
    List<FutureTask<T>> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FutureTask<T> caller = new FutureTask<>(call);
      callers.add(caller);
      Thread thread = new Thread(caller, "caller-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    return callers;
  }
}

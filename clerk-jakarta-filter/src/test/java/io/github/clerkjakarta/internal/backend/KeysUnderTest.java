package io.github.clerkjakarta.internal.backend;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.clerkjakarta.internal.token.KeySource.KeysUnavailable;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.testing.ManualTime;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;

/** A key set, the Backend API that it asks, and its clocks. */
final class KeysUnderTest implements AutoCloseable {

  static final String UNAVAILABLE = "unexpected-error";

  final ManualTime time = new ManualTime();
  final ScriptedServer server;
  final BackendApiClient api;
  final RemoteKeys keys;

  private KeysUnderTest(
      ScriptedServer.Script script, Duration staleKeysFor, Duration patience, Duration deadline) {
    server = ScriptedServer.answering(script);
    api = new BackendApiClient(server.url(), "v1", "sk_test_abc", deadline);
    keys =
        new RemoteKeys(api, staleKeysFor, new WaitingRequests(16, time), time, patience, () -> 0);
  }

  /** With the default grace; patience and deadline that no healthy answer reaches. */
  static KeysUnderTest asking(ScriptedServer.Script script) {
    return asking(script, Duration.ofHours(24));
  }

  static KeysUnderTest asking(ScriptedServer.Script script, Duration staleKeysFor) {
    return new KeysUnderTest(script, staleKeysFor, Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  /** With limits that a test can wait for. */
  static KeysUnderTest impatient(
      ScriptedServer.Script script, Duration patience, Duration deadline) {
    return new KeysUnderTest(script, Duration.ofHours(24), patience, deadline);
  }

  RSAPublicKey find(String keyId) throws TokenRefused, KeysUnavailable {
    return keys.find(keyId, false).publicKey();
  }

  /** The token reason with which a key isn't found. */
  String reason(String keyId) {
    Throwable thrown = catchThrowable(() -> keys.find(keyId, false));
    if (thrown instanceof TokenRefused refused) {
      return refused.reason().code();
    }
    if (thrown instanceof KeysUnavailable) {
      return UNAVAILABLE;
    }
    throw new AssertionError("expected a refusal of " + keyId, thrown);
  }

  int fetches() {
    return server.requests().size();
  }

  @Override
  public void close() {
    keys.close();
    api.close();
    server.close();
  }
}

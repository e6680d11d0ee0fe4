package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a key set does while the Backend API is well. */
class RemoteKeysTest {

  private final ScriptedServer server = ScriptedServer.answering(json(200, set(jwk("one", ONE))));
  private final ManualTime time = new ManualTime();
  private final BackendApiClient api = new BackendApiClient(server.url(), "v1", "sk_test_abc");
  private final RemoteKeys keys =
      new RemoteKeys(api, Duration.ofHours(24), new WaitingRequests(16, time), time);

  @AfterEach
  void close() {
    keys.close();
    api.close();
    server.close();
  }

  @Test
  void nothingIsFetchedBeforeAKeyIsNeeded() {
    assertThat(keys.known("one")).isNull();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void theSetIsFetchedWhenFirstNeededAndThenKnown() throws Exception {
    assertThat(keys.find("one", false).publicKey()).isEqualTo(ONE);
    assertThat(keys.find("one", false).algorithm()).isEqualTo("RS256");
    assertThat(keys.known("one")).isNotNull();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theSetIsFetchedAgainAtFiveMinutesAndNotBefore() throws Exception {
    keys.find("one", false);
    time.pass(Duration.ofMinutes(5).minusNanos(1));
    keys.find("one", false);
    assertThat(server.requests()).hasSize(1);

    time.pass(Duration.ofNanos(1));
    assertThat(keys.known("one")).isNull();
    keys.find("one", false);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("T2 a wall clock that steps back an hour neither keeps keys longer nor drops them")
  void wallClock() throws Exception {
    keys.find("one", false);
    time.setWallClock(time.currentTimeMillis() - Duration.ofHours(1).toMillis());
    assertThat(keys.known("one")).isNotNull();
    time.pass(Duration.ofMinutes(5));
    assertThat(keys.known("one")).isNull();
  }

  @Test
  void skippingTheCacheFetchesEveryTime() throws Exception {
    keys.find("one", true);
    keys.find("one", true);
    assertThat(server.requests()).hasSize(2);
    assertThat(keys.known("one")).isNotNull();
  }

  @Test
  void aKeyIdThatNoKeyHasIsRefusedInClerksWords() {
    assertThatThrownBy(() -> keys.find("other", false))
        .isInstanceOfSatisfying(
            TokenRefused.class,
            refused -> {
              assertThat(refused.reason().code()).isEqualTo("jwk-kid-mismatch");
              assertThat(refused.fullMessage("header"))
                  .isEqualTo(
                      "Unable to find a signing key in JWKS that matches the kid='other' of the"
                          + " provided session token. Please make sure that the __session cookie"
                          + " or the HTTP authorization header contain a Clerk-generated session"
                          + " JWT. Go to your Dashboard and validate your secret and public keys"
                          + " are correct. Contact support@clerk.com if the issue persists."
                          + " (reason=jwk-kid-mismatch, token-carrier=header)");
            });
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aTokenThatNamesNoKeyIsRefusedAsUpstreamDoes() {
    assertThatThrownBy(() -> keys.find(null, false))
        .isInstanceOf(TokenRefused.class)
        .hasMessageContaining("kid='undefined'");
  }
}

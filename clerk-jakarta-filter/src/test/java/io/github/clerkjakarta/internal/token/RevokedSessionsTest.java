package io.github.clerkjakarta.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.testing.ManualTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sessions that have ended")
class RevokedSessionsTest {

  private final ManualTime time = new ManualTime();
  private final RevokedSessions revoked = new RevokedSessions(time);

  @Test
  @DisplayName("are known by session or by user, for ten minutes, whatever the wall clock says")
  void known() {
    revoked.add("sess_1");
    revoked.add("user_2");
    assertThat(revoked.include(caller("sess_1", "user_1"))).isTrue();
    assertThat(revoked.include(caller("sess_2", "user_2"))).isTrue();
    assertThat(revoked.include(caller("sess_3", "user_1"))).isFalse();
    assertThat(revoked.include(Auth.nobody())).isFalse();
    time.setWallClock(0);
    time.pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(revoked.include(caller("sess_1", "user_1"))).isTrue();
    time.pass(Duration.ofMillis(1));
    assertThat(revoked.include(caller("sess_1", "user_1"))).isFalse();
  }

  @Test
  @DisplayName("are so many and no more")
  void bounded() {
    IntStream.range(0, RevokedSessions.MOST_IDS + 500).forEach(i -> revoked.add("sess_" + i));
    assertThat(revoked.size()).isLessThanOrEqualTo(RevokedSessions.MOST_IDS);
  }

  private static Auth caller(String session, String user) {
    return (Auth)
        Proxy.newProxyInstance(
            Auth.class.getClassLoader(),
            new Class<?>[] {Auth.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "sessionId" -> Optional.of(session);
                  case "userId" -> Optional.of(user);
                  default -> method.invoke(Auth.nobody(), arguments);
                });
  }
}

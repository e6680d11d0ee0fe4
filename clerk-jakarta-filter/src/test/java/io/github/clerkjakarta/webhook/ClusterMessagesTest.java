package io.github.clerkjakarta.webhook;

import static io.github.clerkjakarta.webhook.HandledMessages.Claim.BEING_HANDLED;
import static io.github.clerkjakarta.webhook.HandledMessages.Claim.GRANTED;
import static io.github.clerkjakarta.webhook.HandledMessages.Claim.HANDLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.cluster.MapCache;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The messages of late, among nodes")
class ClusterMessagesTest {

  private final ManualTime time = new ManualTime();
  private final MapCache cache = new MapCache();
  private final ClusterMessages one = node("/app hooks");
  private final ClusterMessages two = node("/app hooks");

  @Test
  @DisplayName("are granted to one node, until it has handled them or given them back")
  void claims() {
    assertThat(one.claim("msg_1")).isEqualTo(GRANTED);
    assertThat(one.claim("msg_1")).isEqualTo(BEING_HANDLED);
    assertThat(two.claim("msg_1")).isEqualTo(BEING_HANDLED);
    assertThat(two.claim("msg_2")).isEqualTo(GRANTED);
    one.release("msg_1");
    assertThat(two.claim("msg_1")).isEqualTo(GRANTED);
    assertThat(one.claim("msg_1")).isEqualTo(BEING_HANDLED);
    two.handled("msg_1");
    assertThat(one.claim("msg_1")).isEqualTo(HANDLED);
    assertThat(two.claim("msg_1")).isEqualTo(HANDLED);
    assertThat(node("/app hooks").claim("msg_1")).isEqualTo(HANDLED);
  }

  @Test
  @DisplayName("T7 of many at once on many nodes go to one")
  void race() {
    List<ClusterMessages> nodes = IntStream.range(0, 8).mapToObj(i -> node("/app hooks")).toList();
    for (int round = 0; round < 50; round++) {
      String id = "msg_" + round;
      long granted =
          IntStream.range(0, 64)
              .parallel()
              .filter(i -> nodes.get(i % 8).claim(id) == GRANTED)
              .count();
      assertThat(granted).isOne();
    }
  }

  @Test
  @DisplayName("T7 of a node that died go to one other, after its claim has ended and not before")
  void died() {
    one.claim("msg_1");
    time.pass(ClusterMessages.LONGEST_CLAIM.minusMillis(1));
    assertThat(two.claim("msg_1")).isEqualTo(BEING_HANDLED);
    time.pass(Duration.ofMillis(1));
    cache.meanwhile(() -> assertThat(node("/app hooks").claim("msg_1")).isEqualTo(GRANTED));
    assertThat(two.claim("msg_1")).isEqualTo(BEING_HANDLED);
  }

  @Test
  @DisplayName("T7 that took longer than their claim are handled, whoever took over and failed")
  void tookLonger() {
    one.claim("msg_1");
    time.pass(ClusterMessages.LONGEST_CLAIM);
    assertThat(two.claim("msg_1")).isEqualTo(GRANTED);
    one.handled("msg_1");
    two.release("msg_1");
    assertThat(node("/app hooks").claim("msg_1")).isEqualTo(HANDLED);
  }

  @Test
  @DisplayName("that one node gives back late aren't taken from the one that took over")
  void gaveBackLate() {
    one.claim("msg_1");
    time.pass(ClusterMessages.LONGEST_CLAIM);
    assertThat(two.claim("msg_1")).isEqualTo(GRANTED);
    one.release("msg_1");
    assertThat(one.claim("msg_1")).isEqualTo(BEING_HANDLED);
  }

  @Test
  @DisplayName("are its own again where the cache's answer was lost on the way")
  void answerLost() {
    cache.forgetsAnswers(true);
    assertThat(one.claim("msg_1")).isEqualTo(GRANTED);
    assertThat(two.claim("msg_1")).isEqualTo(BEING_HANDLED);
  }

  @Test
  @DisplayName("are granted to nobody while the cache can't be asked, and to one afterwards")
  void outage() {
    cache.down(true);
    assertThatThrownBy(() -> one.claim("msg_1")).isInstanceOf(IllegalStateException.class);
    cache.down(false);
    assertThat(one.claim("msg_1")).isEqualTo(GRANTED);
    cache.down(true);
    assertThatThrownBy(() -> one.handled("msg_1")).isInstanceOf(IllegalStateException.class);
    cache.down(false);
    assertThat(one.claim("msg_1")).isEqualTo(HANDLED);
    assertThat(two.claim("msg_1")).isEqualTo(BEING_HANDLED);
  }

  @Test
  @DisplayName("of another endpoint are others, though Clerk gave them the same id")
  void endpoints() {
    one.claim("msg_1");
    one.handled("msg_1");
    assertThat(node("/other hooks").claim("msg_1")).isEqualTo(GRANTED);
    assertThat(node("/app others").claim("msg_1")).isEqualTo(GRANTED);
  }

  @Test
  @DisplayName("that somebody else wrote about in the cache are nobody's")
  void strangeText() {
    one.claim("msg_1");
    cache.texts().replaceAll((name, text) -> "until yesterday");
    assertThat(two.claim("msg_1")).isEqualTo(BEING_HANDLED);
  }

  private ClusterMessages node(String endpoint) {
    return new ClusterMessages(new RecentMessages(time), cache, endpoint, time);
  }
}

package io.github.clerkjakarta.webhook;

import static io.github.clerkjakarta.webhook.HandledMessages.Claim.BEING_HANDLED;
import static io.github.clerkjakarta.webhook.HandledMessages.Claim.GRANTED;
import static io.github.clerkjakarta.webhook.HandledMessages.Claim.HANDLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The messages of late")
class RecentMessagesTest {

  private final ManualTime time = new ManualTime();
  private final RecentMessages messages = new RecentMessages(time);

  @Test
  @DisplayName("are granted to one, until it is handled or given back")
  void claims() {
    assertThat(messages.claim("msg_1")).isEqualTo(GRANTED);
    assertThat(messages.claim("msg_1")).isEqualTo(BEING_HANDLED);
    assertThat(messages.claim("msg_2")).isEqualTo(GRANTED);
    messages.release("msg_1");
    assertThat(messages.claim("msg_1")).isEqualTo(GRANTED);
    messages.handled("msg_1");
    assertThat(messages.claim("msg_1")).isEqualTo(HANDLED);
  }

  @Test
  @DisplayName("of many at once go to one")
  void race() {
    long granted =
        IntStream.range(0, 64).parallel().filter(i -> messages.claim("msg_1") == GRANTED).count();
    assertThat(granted).isOne();
  }

  @Test
  @DisplayName("T2 are remembered for two days, whatever the wall clock says")
  void expire() {
    messages.claim("msg_1");
    messages.handled("msg_1");
    time.setWallClock(0);
    time.pass(Duration.ofDays(2).minusMillis(1));
    assertThat(messages.claim("msg_1")).isEqualTo(HANDLED);
    time.pass(Duration.ofMillis(1));
    assertThat(messages.claim("msg_1")).isEqualTo(GRANTED);
  }

  @Test
  @DisplayName("are so many and no more")
  void bounded() {
    IntStream.range(0, RecentMessages.MOST_MESSAGES + 500).forEach(i -> messages.claim("m" + i));
    assertThat(messages.size()).isLessThanOrEqualTo(RecentMessages.MOST_MESSAGES);
  }
}

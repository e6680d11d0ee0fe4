package io.github.clerkjakarta.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.token.RevokedSessions;
import io.github.clerkjakarta.testing.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log of ended sessions that nodes share")
class RevocationLogTest {

  private static final String END = "clerk:ended:/app";

  private final ManualTime time = new ManualTime();
  private final MapCache cache = new MapCache();
  private final RevocationLog log = log("/app");
  private final RevocationLog other = log("/app");

  @Test
  @DisplayName("tells each node what another has added, once")
  void told() {
    assertThat(read(other)).isEmpty();
    log.add("sess_1");
    other.add("user 2");
    assertThat(read(other)).containsExactlyInAnyOrder("sess_1", "user 2");
    assertThat(read(other)).isEmpty();
    log.add("sess_3");
    assertThat(read(other)).containsExactly("sess_3");
    assertThat(read(log)).containsExactlyInAnyOrder("sess_1", "user 2", "sess_3");
  }

  @Test
  @DisplayName("T8 is asked once where nothing is new, however much there is")
  void cheap() {
    IntStream.range(0, 2000).forEach(i -> log.add("sess_" + i));
    assertThat(read(other)).hasSize(2000);
    int before = cache.calls();
    read(other);
    assertThat(cache.calls() - before).isOne();
  }

  @Test
  @DisplayName("T8 loses nothing of what many nodes add at once")
  void race() {
    List<RevocationLog> nodes = IntStream.range(0, 8).mapToObj(i -> log("/app")).toList();
    IntStream.range(0, 800).parallel().forEach(i -> nodes.get(i % 8).add("sess_" + i));
    assertThat(read(other))
        .contains(IntStream.range(0, 800).mapToObj(i -> "sess_" + i).toArray(String[]::new));
  }

  @Test
  @DisplayName("goes on where a node died between adding and saying so")
  void halfAdded() {
    log.add("sess_1");
    cache.texts().put(END + " " + next(), time.currentTimeMillis() + " sess_2");
    other.add("sess_3");
    assertThat(read(log("/app"))).contains("sess_1", "sess_2", "sess_3");
  }

  @Test
  @DisplayName("T8 is added to behind what others have read, however long that took a node")
  void late() {
    log.add("sess_1");
    String second = END + " " + next();
    cache.meanwhile(
        () -> {
          other.add("sess_2");
          other.add("sess_3");
          read(other);
          cache.texts().remove(second);
        });
    log.add("sess_4");
    assertThat(read(other)).containsExactly("sess_4");
  }

  @Test
  @DisplayName("is told again to a node that couldn't be told, from where it was")
  void outage() {
    log.add("sess_1");
    cache.down(true);
    assertThatThrownBy(() -> read(other)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> log.add("sess_2")).isInstanceOf(IllegalStateException.class);
    cache.down(false);
    log.add("sess_2");
    assertThat(read(other)).containsExactlyInAnyOrder("sess_1", "sess_2");
  }

  @Test
  @DisplayName("begins anew where the cache has lost it, and nobody misses what comes then")
  void lost() {
    IntStream.range(0, 5).forEach(i -> log.add("sess_" + i));
    read(other);
    cache.texts().clear();
    assertThat(read(other)).isEmpty();
    IntStream.range(5, 8).forEach(i -> log.add("sess_" + i));
    assertThat(read(other)).containsExactlyInAnyOrder("sess_5", "sess_6", "sess_7");
    assertThat(read(other)).isEmpty();
  }

  @Test
  @DisplayName("does without entries that the cache has dropped")
  void dropped() {
    log.add("sess_1");
    String first = END + " " + cache.texts().get(END);
    log.add("sess_2");
    cache.texts().remove(first);
    assertThat(read(other)).containsExactly("sess_2");
  }

  @Test
  @DisplayName("tells a node that starts what tokens may still be in time for")
  void started() {
    log.add("sess_1");
    time.pass(RevokedSessions.REMEMBERED_FOR);
    log.add("sess_2");
    assertThat(read(other)).containsExactly("sess_2");
  }

  @Test
  @DisplayName("is each application's own")
  void apart() {
    log.add("sess_1");
    assertThat(read(log("/other"))).isEmpty();
  }

  @Test
  @DisplayName("is read from the last entries on where there are more than anybody remembers")
  void bounded() {
    log.add("sess_1");
    String generation = cache.texts().get(END).split(" ")[0];
    cache.texts().put(END, generation + " " + Long.MAX_VALUE / 2);
    assertThat(read(other)).isEmpty();
    assertThat(cache.calls()).isLessThan(RevokedSessions.MOST_IDS / RevocationLog.BATCH + 10);
  }

  private String next() {
    String[] end = cache.texts().get(END).split(" ");
    return end[0] + " " + (Long.parseLong(end[1]) + 1);
  }

  private RevocationLog log(String application) {
    return new RevocationLog(cache, application, time);
  }

  private static List<String> read(RevocationLog log) {
    List<String> read = new ArrayList<>();
    log.readNew(read::add);
    return read;
  }
}

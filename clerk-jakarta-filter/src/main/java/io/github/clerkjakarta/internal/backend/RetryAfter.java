package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Retry-After} (RFC 9110, section 10.2.3): what an answer asks for, and the time in which
 * Clerk isn't to be asked again because of it.
 */
final class RetryAfter {

  /** No more of a pause is kept, whatever was asked for. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final Duration MOST_SECONDS = Duration.ofSeconds(999_999_999);

  private final TimeSource time;
  private volatile Pause pause = Pause.NONE;

  RetryAfter(TimeSource time) {
    this.time = time;
  }

  /**
   * How long an answer that is 429 or 503 asks not to come back; zero when it doesn't.
   *
   * @param now milliseconds since the epoch: a date is counted from the answer's own {@code Date},
   *     and from now when it has none
   */
  static Duration of(Answer answer, long now) {
    if (answer.status() != TOO_MANY_REQUESTS && answer.status() != SERVICE_UNAVAILABLE) {
      return Duration.ZERO;
    }
    String asked = answer.header("retry-after").orElse("").trim();
    if (SECONDS.matcher(asked).matches()) {
      return asked.length() > 9 ? MOST_SECONDS : Duration.ofSeconds(Long.parseLong(asked));
    }
    Instant written =
        answer.header("date").flatMap(RetryAfter::date).orElse(Instant.ofEpochMilli(now));
    return date(asked)
        .map(end -> Duration.between(written, end))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  /** The same, and no more than {@link #LONGEST}. */
  static Duration capped(Answer answer, long now) {
    Duration asked = of(answer, now);
    return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }

  /** Begins a pause where an answer asks for one. */
  void heed(Answer answer) {
    Duration asked = capped(answer, time.currentTimeMillis());
    if (!asked.isZero()) {
      pause = new Pause(time.nanoTime(), asked.toNanos());
    }
  }

  /** Ends the pause, if there is one. */
  void end() {
    pause = Pause.NONE;
  }

  /** How much is left of the pause; zero when there is none. */
  Duration remaining() {
    return Duration.ofNanos(pause.remaining(time.nanoTime()));
  }

  /** Whether Clerk may be asked. */
  boolean isOver() {
    return pause.isOver(time.nanoTime());
  }

  /** In the form that senders have to use; the two older ones ask for nothing. */
  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

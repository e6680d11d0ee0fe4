package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.internal.backend.BackendApiClient.Call;
import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Makes an application's calls of the Backend API, and repeats those that failed soon. A call is
 * repeated when Clerk put it off (429), so that nothing of it was done; and after an outage (5xx,
 * or no answer at all), where doing it twice is the same as doing it once.
 */
final class RetryingCalls {

  private static final int MOST_ATTEMPTS = 3;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /** The last attempt begins this long after the first. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final TimeSource time;
  private final Waiting waiting;
  private final RetryAfter retryAfter;

  RetryingCalls(TimeSource time, Waiting waiting) {
    this.time = time;
    this.waiting = waiting;
    this.retryAfter = new RetryAfter(time);
  }

  /** Lets time pass. */
  interface Waiting {
    /**
     * Waits.
     *
     * @return false when it isn't worth going on
     */
    boolean pass(Duration duration) throws InterruptedException;
  }

  /**
   * The answer, which says that the call succeeded.
   *
   * @param name the call, for messages
   * @param repeatable whether doing it twice is the same as doing it once
   * @throws ClerkBackendException when it doesn't
   */
  Answer make(String name, boolean repeatable, Call call) {
    Answer answer = exchange(name, repeatable, call);
    if (!answer.isSuccess()) {
      throw failed(name, answer);
    }
    return answer;
  }

  /**
   * The answer, which may say that the call failed.
   *
   * @param name the call, for messages
   * @param repeatable whether doing it twice is the same as doing it once
   * @throws ClerkBackendException when there is none, and when Clerk put the call off
   */
  Answer exchange(String name, boolean repeatable, Call call) {
    long begun = time.nanoTime();
    Duration pause = retryAfter.remaining();
    Attempt attempt = new Failed(putOff(name, pause));
    for (int number = 1; number <= MOST_ATTEMPTS; number++) {
      if (!pause.isZero() && !waited(begun, pause)) {
        break;
      }
      attempt = attempt(name, call);
      if (!attempt.mayBeRepeated(repeatable)) {
        break;
      }
      pause = longer(retryAfter.remaining(), backOff(number));
    }
    return attempt.answer();
  }

  private Attempt attempt(String name, Call call) {
    try {
      Answer answer = call.make();
      retryAfter.heed(answer);
      return answer.status() == TOO_MANY_REQUESTS
          ? new PutOff(failed(name, answer))
          : new Answered(answer);
    } catch (NoAnswer e) {
      return new Failed(new ClerkBackendException(text(e), 0, null, Duration.ZERO, e));
    }
  }

  /** What came of one attempt. */
  private sealed interface Attempt {
    boolean mayBeRepeated(boolean repeatable);

    Answer answer();
  }

  /** Clerk has answered. */
  private record Answered(Answer answer) implements Attempt {
    @Override
    public boolean mayBeRepeated(boolean repeatable) {
      return repeatable && answer.status() >= SERVER_ERROR;
    }
  }

  /** Clerk has answered that it did nothing, for it was asked too often. */
  private record PutOff(ClerkBackendException failure) implements Attempt {
    @Override
    public boolean mayBeRepeated(boolean repeatable) {
      return true;
    }

    @Override
    public Answer answer() {
      throw failure;
    }
  }

  /** There was no answer. */
  private record Failed(ClerkBackendException failure) implements Attempt {
    @Override
    public boolean mayBeRepeated(boolean repeatable) {
      return repeatable;
    }

    @Override
    public Answer answer() {
      throw failure;
    }
  }

  private boolean waited(long begun, Duration pause) {
    Duration passed = Duration.ofNanos(time.nanoTime() - begun);
    if (passed.plus(pause).compareTo(PATIENCE) > 0) {
      return false;
    }
    try {
      return waiting.pass(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Twice as long each time, of which a random part up to the half is left off. */
  private static Duration backOff(int attempt) {
    long whole = FIRST_PAUSE.toNanos() << attempt;
    return Duration.ofNanos(whole - ThreadLocalRandom.current().nextLong(whole / 2));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static ClerkBackendException putOff(String name, Duration pause) {
    String message = name + ": Clerk asks not to be called for another " + pause.toMillis() + " ms";
    return new ClerkBackendException(message, 0, null, pause, null);
  }

  private ClerkBackendException failed(String name, Answer answer) {
    Optional<String> code = code(answer);
    String message = name + " answered " + answer.status() + code.map(c -> " " + c).orElse("");
    return new ClerkBackendException(
        message,
        answer.status(),
        code.orElse(null),
        RetryAfter.of(answer, time.currentTimeMillis()),
        null);
  }

  /** Only what looks like one: whatever stands between here and Clerk may write what it likes. */
  private static Optional<String> code(Answer answer) {
    try {
      return answer.errors().stream()
          .findFirst()
          .map(Answer.ApiError::code)
          .filter(code -> CODE.matcher(code).matches());
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  private static String text(NoAnswer noAnswer) {
    return String.valueOf(noAnswer.getMessage());
  }
}

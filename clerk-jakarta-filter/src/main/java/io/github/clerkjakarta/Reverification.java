package io.github.clerkjakarta;

import java.util.Locale;
import java.util.Optional;

/**
 * How recently a person must have proved again who they are.
 *
 * @param level which factor must be recent
 * @param afterMinutes how old the proof may be, in minutes; at least 1
 * @see <a href="https://clerk.com/docs/guides/secure/reverification">Clerk: reverification</a>
 */
public record Reverification(Level level, int afterMinutes) {

  /** Both factors within 10 minutes. */
  public static final Reverification STRICT_MFA = new Reverification(Level.MULTI_FACTOR, 10);

  /** The second factor within 10 minutes. */
  public static final Reverification STRICT = new Reverification(Level.SECOND_FACTOR, 10);

  /** The second factor within an hour. */
  public static final Reverification MODERATE = new Reverification(Level.SECOND_FACTOR, 60);

  /** The second factor within a day. */
  public static final Reverification LAX = new Reverification(Level.SECOND_FACTOR, 1440);

  /** Which factor a person must have proved. */
  public enum Level {
    /** The first factor, for example a password. */
    FIRST_FACTOR,
    /** The second factor; the first where no second is enrolled. */
    SECOND_FACTOR,
    /** Both factors; the first alone where no second is enrolled. */
    MULTI_FACTOR;

    /** The name that Clerk uses, for example {@code second_factor}. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the age.
   *
   * @throws IllegalArgumentException when {@code afterMinutes} is below 1
   */
  public Reverification {
    if (afterMinutes < 1) {
      throw new IllegalArgumentException("afterMinutes must be at least 1.");
    }
  }

  /** The name of the preset that this is, for example {@code strict}; empty for any other. */
  public Optional<String> preset() {
    if (equals(STRICT_MFA)) {
      return Optional.of("strict_mfa");
    }
    if (equals(STRICT)) {
      return Optional.of("strict");
    }
    if (equals(MODERATE)) {
      return Optional.of("moderate");
    }
    return equals(LAX) ? Optional.of("lax") : Optional.empty();
  }
}

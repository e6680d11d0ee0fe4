package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.Reverification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long ago the factors were proved, and whether that is recent enough.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/reverification">Clerk: reverification</a>
 */
final class FactorAges {

  private static final double NOT_ENROLLED = -1;

  private FactorAges() {}

  /** The claim {@code fva}; empty unless it is two numbers. */
  static Optional<FactorVerificationAge> read(@Nullable Object fva) {
    return fva instanceof List<?> ages
            && ages.size() == 2
            && ages.get(0) instanceof Number first
            && ages.get(1) instanceof Number second
        ? Optional.of(new FactorVerificationAge(first.doubleValue(), second.doubleValue()))
        : Optional.empty();
  }

  /**
   * Whether the required factors were proved recently enough. Where no second factor is enrolled,
   * the first stands in for it; where only a second one is, it can't stand in for both.
   */
  static boolean satisfy(FactorVerificationAge ages, @Nullable Reverification required) {
    if (required == null
        || required.level() == null
        || !isAge(ages.firstFactor())
        || !isAge(ages.secondFactor())) {
      return false;
    }
    boolean first = isRecent(ages.firstFactor(), required);
    boolean second = isRecent(ages.secondFactor(), required);
    boolean secondEnrolled = ages.secondFactor() != NOT_ENROLLED;
    return switch (required.level()) {
      case FIRST_FACTOR -> first;
      case SECOND_FACTOR -> secondEnrolled ? second : first;
      case MULTI_FACTOR -> secondEnrolled ? first && second : first;
    };
  }

  private static boolean isRecent(double age, Reverification required) {
    return age != NOT_ENROLLED && required.afterMinutes() > age;
  }

  /** Minutes, or -1 for a factor that isn't enrolled; any other number is no age. */
  private static boolean isAge(double age) {
    return Double.isFinite(age) && (age == NOT_ENROLLED || age >= 0);
  }
}

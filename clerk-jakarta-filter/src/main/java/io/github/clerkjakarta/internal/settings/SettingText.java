package io.github.clerkjakarta.internal.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of settings are written in init parameters, properties and variables. */
public final class SettingText {

  private static final Pattern AMOUNT_AND_UNIT = Pattern.compile("(-?[0-9]{1,18})(ms|s|m|h|d)");

  private SettingText() {}

  /** {@code true} or {@code false} in any case, {@code 1} or {@code 0}, and no other word. */
  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("Neither true nor false");
    };
  }

  /** Entries with commas between them. */
  public static List<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** An amount with its unit, zero without one, or a duration of ISO 8601. */
  static Duration duration(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher amount = AMOUNT_AND_UNIT.matcher(text);
    try {
      return amount.matches()
          ? duration(Long.parseLong(amount.group(1)), amount.group(2))
          : Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException("Not a duration", e);
    }
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Whether a duration isn't negative, and the current time plus or minus it fits a long. */
  static boolean isPlainDuration(Duration duration) {
    return !duration.isNegative() && duration.toSeconds() < Long.MAX_VALUE / 2000;
  }

  /** Whether a text is base64 of a PEM text, as some put it into a variable of one line. */
  static boolean isEncodedPem(String text) {
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(text);
      return new String(decoded, StandardCharsets.ISO_8859_1)
          .stripLeading()
          .startsWith("-----BEGIN");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

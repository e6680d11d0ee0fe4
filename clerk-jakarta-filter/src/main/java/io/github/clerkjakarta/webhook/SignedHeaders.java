package io.github.clerkjakarta.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a webhook say, before its body is looked at.
 *
 * @param id the message's id, the same for each attempt to deliver it
 * @param timestamp when this attempt was made, in seconds since the epoch
 * @param signatures what the message is signed with
 */
record SignedHeaders(String id, long timestamp, String signatures) {

  private static final String ID = "svix-id";
  private static final String TIMESTAMP = "svix-timestamp";
  private static final String SIGNATURE = "svix-signature";

  private static final long TOLERANCE_SECONDS = 5 * 60;

  /** As upstream reads it: what follows the digits doesn't count. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}");

  /**
   * Reads them.
   *
   * @param headers the first value of a header by its name in lower case; null without one
   * @param nowMillis milliseconds since the epoch
   * @throws WebhookVerificationException when one is missing, or the attempt was made too long ago
   *     or is still to come
   */
  static SignedHeaders read(Function<String, @Nullable String> headers, long nowMillis)
      throws WebhookVerificationException {
    List<String> missing = new ArrayList<>();
    String id = required(ID, headers, missing);
    String timestamp = required(TIMESTAMP, headers, missing);
    String signatures = required(SIGNATURE, headers, missing);
    if (!missing.isEmpty()) {
      throw new WebhookVerificationException(
          "Missing required webhook headers: " + String.join(", ", missing));
    }
    return new SignedHeaders(id, inTime(timestamp, nowMillis), signatures);
  }

  private static String required(
      String name, Function<String, @Nullable String> headers, List<String> missing) {
    String value = headers.apply(name);
    String trimmed = value == null ? "" : value.strip();
    if (trimmed.isEmpty()) {
      missing.add(name);
    }
    return trimmed;
  }

  private static long inTime(String text, long nowMillis) throws WebhookVerificationException {
    Matcher number = NUMBER.matcher(text);
    if (!number.lookingAt()) {
      throw WebhookVerificationException.unverifiable("Invalid Signature Headers");
    }
    long timestamp = Long.parseLong(number.group());
    long now = Math.floorDiv(nowMillis, 1000L);
    if (now - timestamp > TOLERANCE_SECONDS) {
      throw WebhookVerificationException.unverifiable("Message timestamp too old");
    }
    if (timestamp - now > TOLERANCE_SECONDS) {
      throw WebhookVerificationException.unverifiable("Message timestamp too new");
    }
    return timestamp;
  }
}

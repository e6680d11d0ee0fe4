package io.github.clerkjakarta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * A publishable key, {@code pk_test_…} or {@code pk_live_…}: it names the instance's Frontend API.
 * Nothing in it is secret.
 *
 * @param text the key as configured
 * @param instanceType development or production
 * @param frontendApi the host of the Frontend API, for example {@code clerk.example.com}
 * @see <a href="https://clerk.com/docs/guides/how-clerk-works/overview">Clerk: how Clerk works</a>
 */
public record PublishableKey(String text, InstanceType instanceType, String frontendApi) {

  private static final String LIVE = "pk_live_";
  private static final String TEST = "pk_test_";

  /** What kind of Clerk instance a key belongs to. */
  public enum InstanceType {
    /** For building and testing; users are few and the keys start with {@code pk_test_}. */
    DEVELOPMENT,
    /** For real users; the keys start with {@code pk_live_}. */
    PRODUCTION
  }

  /** The parsed key, or empty when the text isn't a publishable key. */
  public static Optional<PublishableKey> parse(String text) {
    boolean live = text.startsWith(LIVE);
    if (!live && !text.startsWith(TEST)) {
      return Optional.empty();
    }
    String encoded = text.substring(LIVE.length());
    if (encoded.isEmpty() || encoded.indexOf('_') >= 0) {
      return Optional.empty();
    }
    return decode(encoded)
        .filter(PublishableKey::endsWithItsOnlyDollar)
        .map(decoded -> decoded.substring(0, decoded.length() - 1))
        .filter(host -> host.indexOf('.') >= 0)
        .map(
            host ->
                new PublishableKey(
                    text, live ? InstanceType.PRODUCTION : InstanceType.DEVELOPMENT, host));
  }

  /** Whether the instance is for building and testing. */
  public boolean isDevelopment() {
    return instanceType == InstanceType.DEVELOPMENT;
  }

  /** The suffix of this instance's cookie names, as in {@code __session_MqCvchyS}. */
  public String cookieSuffix() {
    return cookieSuffix(text);
  }

  /** The cookie suffix of any text: the first 8 characters of its SHA-1 in base64url. */
  static String cookieSuffix(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  /** Decodes as browsers do (the "forgiving-base64 decode" of the WHATWG Infra standard). */
  private static Optional<String> decode(String encoded) {
    String text = encoded.replaceAll("[\\t\\n\\f\\r ]", "");
    if (text.length() % 4 == 0) {
      text = text.replaceFirst("={1,2}$", "");
    }
    if (text.indexOf('=') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean endsWithItsOnlyDollar(String decoded) {
    return decoded.indexOf('$') == decoded.length() - 1;
  }
}

package io.github.clerkjakarta.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Clerk does, by nothing of what is tested. */
public final class Messages {

  private Messages() {}

  /** The headers that go with a body. */
  public static Map<String, String> headers(String secret, String id, long seconds, String body) {
    return Map.of(
        "svix-id",
        id,
        "svix-timestamp",
        "" + seconds,
        "svix-signature",
        "v1," + signature(secret, id + "." + seconds + "." + body));
  }

  private static String signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

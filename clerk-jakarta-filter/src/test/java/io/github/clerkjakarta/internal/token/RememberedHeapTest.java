package io.github.clerkjakarta.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a remembered token keeps of the heap, claims and cache included. */
class RememberedHeapTest {

  private static final int TOKENS = 2_000;
  private static final int ATTEMPTS = 5;
  private static final int MOST_BYTES = 2_500;

  @Test
  @DisplayName("a remembered token of 890 characters takes no more than 2,500 bytes of heap")
  void heapOfOneToken() throws Exception {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      byte[] signature = new byte[256];
      random.nextBytes(signature);
      texts.add(token(i, signature));
    }
    assertThat(texts.get(0)).hasSizeBetween(880, 900);
    long[] bytes = new long[ATTEMPTS];
    for (int i = 0; i < ATTEMPTS; i++) {
      bytes[i] = bytesEach(texts);
    }
    Arrays.sort(bytes);
    // the text alone is of this size; less would mean that nothing was kept
    assertThat(bytes[ATTEMPTS / 2]).isBetween(890L, (long) MOST_BYTES);
  }

  /** In one attempt other threads of the test run can make it look like more or like less. */
  private static long bytesEach(List<String> texts) throws Exception {
    ManualTime time = new ManualTime();
    VerificationKey key = new VerificationKey(SigningKey.ONE.publicKey(), "RS256");
    KeySource keys = FixedKeys.of(key);
    VerifiedTokens remembered = new VerifiedTokens(time, TOKENS);
    JoseHeader header = null;
    long before = usedHeap();
    for (String text : texts) {
      String own = new String(text.toCharArray());
      DecodedJwt jwt = Jws.decode(own, header).jwt();
      header = jwt.header();
      remembered.remember(keys, VerifiedToken.of(own, jwt, key), 5_000);
    }
    long after = usedHeap();
    assertThat(remembered.size()).isEqualTo(TOKENS);
    return (after - before) / TOKENS;
  }

  private static long usedHeap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A session token of version 2 whose person, session and organization no other token has. */
  private static String token(int number, byte[] signature) {
    String id = "2tXhvQKaj35aBc" + String.format("%06d", number);
    return Token.valid()
        .header("cat", Category.SESSION)
        .claim("azp", "https://app.example")
        .claim("fea", "o:invoices,o:reports")
        .claim("fva", List.of(3L, -1L))
        .claim(
            "o",
            Map.of(
                "id",
                "org_" + id,
                "rol",
                "admin",
                "slg",
                "acme",
                "per",
                "read,manage",
                "fpm",
                "3,2"))
        .claim("pla", "o:pro")
        .claim("sid", "sess_" + id)
        .claim("sub", "user_" + id)
        .claim("v", 2L)
        .withSignature(signature);
  }
}

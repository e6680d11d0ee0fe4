package io.github.clerkjakarta.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.github.clerkjakarta.testkit.internal.keys.SeededRandom;
import io.github.clerkjakarta.testkit.internal.keys.SigningKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeedTest {

  @Test
  @DisplayName("the same seed gives the same keys, after a rotation too; another seed others")
  void seed() throws Exception {
    String secretKey;
    String jwtKey;
    String rotated;
    String token;
    try (LocalClerk clerk = LocalClerk.builder().seed("invoices").start()) {
      secretKey = clerk.secretKey();
      jwtKey = clerk.jwtKey();
      token = clerk.sessionToken(Person.ADA);
      clerk.rotateKey();
      rotated = clerk.jwtKey();
    }
    try (LocalClerk again = LocalClerk.builder().seed("invoices").start();
        LocalClerk other = LocalClerk.builder().seed("orders").start()) {
      assertThat(again.secretKey()).isEqualTo(secretKey);
      assertThat(again.jwtKey()).isEqualTo(jwtKey).isNotEqualTo(other.jwtKey());
      assertThat(Http.jwt(token).verify(new RSASSAVerifier(Http.publicKey(again.jwtKey()))))
          .isTrue();
      again.rotateKey();
      assertThat(again.jwtKey()).isEqualTo(rotated).isNotEqualTo(jwtKey);
      assertThat(other.secretKey()).isNotEqualTo(secretKey);
    }
  }

  @Test
  @DisplayName("a seeded key is the same on every Java runtime")
  void everywhere() {
    SigningKey key = SigningKey.of(new SeededRandom("signing keys of a"));

    assertThat(key.publicKey().getModulus().bitLength()).isEqualTo(2048);
    assertThat(key.id()).isEqualTo("ins_XsQeTmvHX9xsfJ5BdxUu4cOt69c");
  }
}

package io.github.clerkjakarta.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header and signature: the attacks of RFC 8725. */
class SignatureTest {

  @ParameterizedTest
  @DisplayName("J1 an algorithm of none, however spelled, is refused with or without signature")
  @ValueSource(strings = {"none", "None", "nOnE", "NONE", "", " none"})
  void none(String algorithm) {
    Token token = Token.valid().header("alg", algorithm);
    assertThat(Verification.of(token.signingInput() + "."))
        .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
    assertThat(Verification.of(token.text())).isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
  }

  @Test
  @DisplayName("J2 HMAC with the text or the modulus of the public key is refused")
  void keyConfusion() throws GeneralSecurityException {
    Token token = Token.valid().header("alg", "HS256");
    for (byte[] secret :
        List.of(
            SigningKey.ONE.pem().getBytes(StandardCharsets.US_ASCII),
            SigningKey.ONE.pem().strip().getBytes(StandardCharsets.US_ASCII),
            SigningKey.ONE.publicKey().getEncoded(),
            SigningKey.ONE.publicKey().getModulus().toByteArray())) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal(token.signingInput().getBytes(StandardCharsets.US_ASCII));
      assertThat(Verification.of(token.withSignature(signature)))
          .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
    }
  }

  @ParameterizedTest
  @DisplayName("J3 any algorithm but RS256, RS384 and RS512 is refused")
  @ValueSource(
      strings = {"ES256", "PS256", "EdDSA", "HS384", "RS1", "rs256", "RS256 ", "RS2560", "A256KW"})
  void otherAlgorithms(String algorithm) {
    assertThat(Verification.of(Token.valid().header("alg", algorithm).text()))
        .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
  }

  @Test
  @DisplayName("J3 an algorithm that is absent or no text is refused")
  void algorithmIsNoText() {
    assertThat(Verification.of(Token.valid().withoutHeader("alg").text()))
        .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
    for (Object algorithm : List.of(256L, true, List.of("RS256"), Map.of("RS256", 1L))) {
      assertThat(Verification.of(Token.valid().header("alg", algorithm).text()))
          .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
    }
    assertThat(Verification.of(Token.valid().header("alg", null).text()))
        .isEqualTo(Reason.TOKEN_INVALID_ALGORITHM.code());
  }

  @Test
  @DisplayName("J4 a key that is for RS256 accepts no RS512, though the signature is genuine")
  void otherAlgorithmThanTheKeys() {
    Token token = Token.valid().header("alg", "RS512").signedWith("SHA512withRSA");
    assertThat(Verification.of(token.text())).isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @Test
  @DisplayName("J4 a key that names no algorithm accepts all three")
  void keyWithoutAlgorithm() {
    for (String bits : List.of("256", "384", "512")) {
      TokenVerifier verifier =
          Verification.verifier(
              FixedKeys.of(new VerificationKey(SigningKey.ONE.publicKey(), null)),
              new ManualTime(),
              16_384);
      Token token = Token.valid().header("alg", "RS" + bits).signedWith("SHA" + bits + "withRSA");
      assertThat(Verification.of(verifier, token.text(), Verification.RULES))
          .isEqualTo(Verification.VALID);
      Token mislabelled = Token.valid().header("alg", "RS" + bits).signedWith("SHA1withRSA");
      assertThat(Verification.of(verifier, mislabelled.text(), Verification.RULES))
          .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
    }
  }

  @Test
  @DisplayName("J5 a key or its address in the header is not believed")
  void keyInTheHeader() {
    Token genuine =
        Token.valid().header("jwk", SigningKey.TWO.jwk()).header("jku", "http://127.0.0.1:1/jwks");
    assertThat(Verification.of(genuine.text())).isEqualTo(Verification.VALID);

    Token forged =
        Token.valid()
            .header("jwk", SigningKey.TWO.jwk())
            .header("jku", "http://127.0.0.1:1/jwks")
            .header("x5u", "http://127.0.0.1:1/cert")
            .header("x5c", List.of("MIIB"))
            .forgedBy(SigningKey.TWO);
    assertThat(Verification.of(forged.text())).isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("J6 critical parameters are refused: none is understood")
  void critical() {
    for (Object critical : List.of(List.of("exp"), List.of("b64"), List.of(), "exp", false)) {
      assertThat(Verification.of(Token.valid().header("crit", critical).text()))
          .isEqualTo(Reason.TOKEN_INVALID.code());
    }
    assertThat(Verification.of(Token.valid().header("crit", null).text()))
        .isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J6 critical parameters are still refused the second time a token is seen")
  void typeOfASeenToken() {
    TokenVerifier verifier = Verification.verifier(new ManualTime());
    String oauth = Token.valid().header("typ", "at+jwt").text();
    TokenRules forOAuth = Verification.types("at+jwt");
    assertThat(Verification.of(verifier, oauth, forOAuth)).isEqualTo(Verification.VALID);
    assertThat(Verification.of(verifier, oauth, Verification.RULES))
        .isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(Verification.of(verifier, oauth, forOAuth)).isEqualTo(Verification.VALID);
  }

  @Test
  @DisplayName("J11 a genuine signature under other claims is refused")
  void tamperedPayload() {
    String signature = Token.valid().text().split("\\.")[2];
    String others = Token.valid().claim("sub", "user_2").signingInput();
    assertThat(Verification.of(others + "." + signature))
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("J11 a signature of no bytes, of zeros, cut short or too long is refused")
  void damagedSignatures() {
    Token token = Token.valid();
    byte[] genuine = SigningKey.ONE.sign("SHA256withRSA", token.signingInput());
    byte[] ones = new byte[256];
    Arrays.fill(ones, (byte) 0xff);
    for (byte[] signature :
        List.of(
            new byte[0],
            new byte[1],
            new byte[256],
            ones,
            Arrays.copyOf(genuine, 255),
            Arrays.copyOf(genuine, 128),
            Arrays.copyOf(genuine, 257),
            SigningKey.ONE.publicKey().getModulus().toByteArray(),
            new byte[5_000])) {
      assertThat(Verification.of(token.withSignature(signature)))
          .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
    }
    byte[] longer = new byte[257];
    System.arraycopy(genuine, 0, longer, 1, 256);
    assertThat(Verification.of(token.withSignature(longer)))
        .as("a leading zero is another text of the same number")
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("J11 a signature of another kind under the right algorithm is refused")
  void signatureOfAnotherKind() throws GeneralSecurityException {
    Token token = Token.valid();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    Signature ecdsa = Signature.getInstance("SHA256withECDSA");
    ecdsa.initSign(generator.generateKeyPair().getPrivate());
    ecdsa.update(token.signingInput().getBytes(StandardCharsets.US_ASCII));
    assertThat(Verification.of(token.withSignature(ecdsa.sign())))
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
    assertThat(Verification.of(token.forgedBy(SigningKey.TWO).text()))
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("J12 forged signature and wrong everything else: the reason is the signature")
  void theSignatureIsJudgedFirst() {
    TokenRules strict =
        new TokenRules(
            List.of("audience"), List.of("https://app"), List.of("issuer"), 0, false, null);
    Token forged =
        Token.valid()
            .claim("sub", 1L)
            .claim("aud", "other")
            .claim("azp", "https://evil.example")
            .claim("iss", "other")
            .issuedAt(1)
            .forgedBy(SigningKey.TWO);
    assertThat(Verification.of(forged.text(), strict))
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("J12 of a forged token not even the times are told")
  void forgedAndExpired() {
    assertThat(Verification.of(Token.valid().issuedAt(1).forgedBy(SigningKey.TWO).text()))
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("J22 the category that says nothing, or none, is accepted")
  void categories() {
    assertThat(Verification.of(Token.valid().header("cat", Category.IGNORE).text()))
        .isEqualTo(Verification.VALID);
    assertThat(Verification.of(Token.valid().header("cat", Category.SESSION).text()))
        .isEqualTo(Verification.VALID);
    assertThat(Verification.of(Token.valid().text())).isEqualTo(Verification.VALID);
  }

  @Test
  @DisplayName("J21 any other category is refused for a session, be it known, unknown or no text")
  void otherCategories() {
    for (Object category :
        List.of(
            Category.JWT_TEMPLATE,
            Category.M2M,
            "cl_new",
            "",
            1L,
            true,
            List.of(Category.SESSION))) {
      assertThat(Verification.of(Token.valid().header("cat", category).text()))
          .as("%s", category)
          .isEqualTo(Reason.TOKEN_INVALID.code());
    }
    assertThat(Verification.of(Token.valid().header("cat", null).text()))
        .isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J10 a token longer than allowed is refused before it is decoded")
  void tooLong() {
    String atTheLimit = padded(16_384);
    assertThat(atTheLimit).hasSize(16_384);
    assertThat(Verification.of(atTheLimit)).isEqualTo(Verification.VALID);

    ReceivedToken longer =
        Verification.verifier(TimeSource.SYSTEM)
            .receive(TokenText.of("x".repeat(16_385)), Verification.RULES);
    assertThat(longer.jwtIfDecodable()).isNull();
    String genuine = padded(16_388);
    assertThat(genuine.length()).isGreaterThan(16_384);
    assertThat(Verification.of(genuine)).isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J10 the limit can be set")
  void limitIsAnOption() {
    String token = Token.valid().text();
    for (int limit : List.of(token.length() - 1, token.length())) {
      TokenVerifier verifier =
          Verification.verifier(PemKey.parse(SigningKey.ONE.pem()), new ManualTime(), limit);
      assertThat(Verification.of(verifier, token, Verification.RULES).equals(Verification.VALID))
          .isEqualTo(limit == token.length());
    }
  }

  /** A genuine token of this length, or of one or two characters more. */
  private static String padded(int length) {
    int room = length - Token.valid().claim("pad", "").text().length();
    String text = Token.valid().claim("pad", "").text();
    for (int size = room * 3 / 4 - 4; text.length() < length; size++) {
      text = Token.valid().claim("pad", "x".repeat(size)).text();
    }
    return text;
  }
}

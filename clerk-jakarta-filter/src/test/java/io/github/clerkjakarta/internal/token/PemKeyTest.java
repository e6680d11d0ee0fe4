package io.github.clerkjakarta.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.testing.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PEM key of the configuration, in every form that people paste it. */
class PemKeyTest {

  private static final String PEM = SigningKey.ONE.pem();

  private static final String CERTIFICATE =
      """
          -----BEGIN CERTIFICATE-----
          MIIDHTCCAgWgAwIBAgIUNQUVia3Om22kEG0mE+8IJRSBhaUwDQYJKoZIhvcNAQEL
          BQAwHTEbMBkGA1UEAwwSY2xlcmsuc2hvcC5leGFtcGxlMCAXDTI2MTEyMzIwMDUx
          OFoYDzIxMjYxMDMwMjAwNTE4WjAdMRswGQYDVQQDDBJjbGVyay5zaG9wLmV4YW1w
          bGUwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCUXOZfkInelILCajXY
          8a894pGEn1FA3drMjfv7LCg/Cw20R+GWDAVY4DyOEXCSKPalV6/2GM2ZHH/APdAo
          mKEYTf5tJg4Y2kbe5N3k7bI3bTGwLVDPQaUHQeOhQUunqtY9XNd9WEgwk0dyi7uJ
          r5U8Hjv9hEVzoBpG3bpn8E3oN2mSvByIrtMriKzL3PQFJFt0hnHKF7804cUs+XzE
          cp4zq2I80hqiF7H+RtpXa7rFpY+ZRT+D9wgvWwmVevnYg2OqbxlBXyE3/7kXg74S
          iNRCLFfUXUQxnXUMhsFHfB6b3kamhk4Yf4JxLpFCBDZjg8Ick8Gt2rY2SxgMktKd
          VQH3AgMBAAGjUzBRMB0GA1UdDgQWBBSZR/zj4yO1vU1a/xqDogw9EBS01jAfBgNV
          HSMEGDAWgBSZR/zj4yO1vU1a/xqDogw9EBS01jAPBgNVHRMBAf8EBTADAQH/MA0G
          CSqGSIb3DQEBCwUAA4IBAQCMMk66J/dnyFGlpTKxCBhEa4L52KcgaIdyeCzGzVOj
          +ge/46vati37cLtQCzl8xJ+fmsOhkbmeNBK419RaqaQITnA9cXEW2pL8knQaQ1HC
          ibWGUYjgAGL2nJyD9KpepeLA9JqSLa/PETGLJusMAsH/bmmRfOK/bMGN1WLpa/k5
          NA6wiLg0DfgOcChFX1adptACKARTMbdP023Tf7oqb8dA8NoVXwHAAWi0Swc3ndGm
          AfKuwd9o/vVJVNhcZ7W2jI0rEuSNGPYajEwwjpFsKuCIGO9aHNBFDKD2EQKZy9It
          byLyop739sXWUoVnhEbIMkXT11lxsZ3jgFPbXNpoaj3v
          -----END CERTIFICATE-----
          """;

  private static final String ELLIPTIC_CERTIFICATE =
      """
          -----BEGIN CERTIFICATE-----
          MIIBbzCCARWgAwIBAgIUPA5m9fZS7+ntIp93Kva0sj9GSocwCgYIKoZIzj0EAwIw
          DDEKMAgGA1UEAwwBZTAgFw0yNjExMjMyMDA1MThaGA8yMTI2MTAzMDIwMDUxOFow
          DDEKMAgGA1UEAwwBZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABE0qfD9AvsrH
          kRLkrXPeQn2/yahoT+2Tl521W6JUBeZu3KD9RkARtiOEghB4wB6NQNxAPYg3rMDN
          xkvLLMt211ijUzBRMB0GA1UdDgQWBBRLlgkTrzSQ76mY6ao3FSwGGl6rCTAfBgNV
          HSMEGDAWgBRLlgkTrzSQ76mY6ao3FSwGGl6rCTAPBgNVHRMBAf8EBTADAQH/MAoG
          CCqGSM49BAMCA0gAMEUCIQD37/W3oj50K5sjw6IBblUNYziavLobyCzI5FuG/fh1
          EQIgHRPdLolEJnJZ1Q2cnJWFgBHC9zlYi7Ym6a+ZN1X50TA=
          -----END CERTIFICATE-----
          """;

  @Test
  @DisplayName(
      "J24 a PEM key is read with any line ends, on one line, with \\n written out, or bare")
  void everyForm() {
    String bare = PEM.replaceAll("-----[A-Z ]+-----|\\s", "");
    for (String form :
        new String[] {
          PEM,
          PEM.strip(),
          PEM.replace("\n", "\r\n"),
          PEM.replace("\n", "\r"),
          PEM.replace("\n", ""),
          PEM.replace("\n", " "),
          PEM.replace("\n", "\\n"),
          PEM.replace("\n", "\\r\\n"),
          "  \t" + PEM.replace("\n", "\n   ") + "\n\n",
          bare,
          "-----BEGIN PUBLIC KEY-----" + bare
        }) {
      assertThat(keyOf(form)).as(form).isEqualTo(SigningKey.ONE.publicKey());
    }
  }

  @Test
  @DisplayName("J24 a certificate stands for the key in it")
  void certificate() {
    assertThat(keyOf(CERTIFICATE).getModulus().bitLength()).isEqualTo(2048);
    assertThat(keyOf(CERTIFICATE.replace("\n", "\\n"))).isEqualTo(keyOf(CERTIFICATE));
  }

  @Test
  @DisplayName("J24 a private key is refused by a message that says so and doesn't show it")
  void privateKey() {
    String base64 = Base64.getEncoder().encodeToString(SigningKey.ONE.privateKey().getEncoded());
    for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"}) {
      assertRefusedUnseen(
          "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n",
          "private key");
    }
    assertRefusedUnseen(base64, "can't be read");
  }

  @ParameterizedTest
  @DisplayName("J24 what isn't a key is refused by a message that doesn't show it")
  @ValueSource(
      strings = {
        "secret-text",
        "pk_live_c2VjcmV0LXRleHQk",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nc2VjcmV0LXRleHQ=\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nc2VjcmV0LXRleHQ=\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE----------END CERTIFICATE-----",
        "{\"kty\":\"RSA\"}",
        "\u0000",
        " ",
        "====",
        "\ud800"
      })
  void noKey(String text) {
    assertRefusedUnseen(text, "can't be used");
  }

  @Test
  @DisplayName("J24 a key for other algorithms than RSA is refused")
  void otherKinds() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    byte[] elliptic = generator.generateKeyPair().getPublic().getEncoded();
    assertRefusedUnseen(pem(elliptic), "can't be read");
    assertRefusedUnseen(ELLIPTIC_CERTIFICATE, "isn't an RSA key");
  }

  @Test
  @DisplayName("J24 a key cut short or damaged is refused")
  void damaged() {
    byte[] der = SigningKey.ONE.publicKey().getEncoded();
    for (int length = 0; length < der.length; length += 7) {
      assertRefusedUnseen(pem(java.util.Arrays.copyOf(der, length)), "can't be");
    }
  }

  @Test
  @DisplayName("J23 a PEM key of less than 2048 bits is refused")
  void tooShort() {
    for (int bits : new int[] {1024, 2047}) {
      assertRefusedUnseen(SigningKey.generate("weak", bits).pem(), "weaker than RSA");
    }
  }

  @Test
  @DisplayName("J23 a PEM key with an exponent of 1 or 3, or an even one, is refused")
  void weakExponent() throws GeneralSecurityException {
    for (int exponent : new int[] {3, 4, 65536}) {
      RSAPublicKey weak =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(
                      new RSAPublicKeySpec(
                          SigningKey.ONE.publicKey().getModulus(), BigInteger.valueOf(exponent)));
      assertThat(VerificationKey.isStrong(weak)).isFalse();
      assertRefusedUnseen(pem(weak.getEncoded()), "");
    }
    assertThat(VerificationKey.isStrong(SigningKey.ONE.publicKey())).isTrue();
  }

  @Test
  void thePemKeyIsForEveryKeyIdAndForRs256Alone() {
    PemKey key = PemKey.parse(PEM);
    assertThat(key.find(null, true)).isSameAs(key.find("any", false)).isSameAs(key.known("other"));
    assertThat(key.find(null, false).algorithm()).isEqualTo("RS256");
  }

  private static void assertRefusedUnseen(String text, String why) {
    assertThatThrownBy(() -> PemKey.parse(text))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("jwtKey (CLERK_JWT_KEY) can't be used: ")
        .hasMessageContaining(why)
        .satisfies(
            refused -> {
              for (Throwable t = refused; t != null; t = t.getCause()) {
                for (String line : text.split("\\s")) {
                  if (line.length() > 8 && !line.contains("---")) {
                    assertThat(t.getMessage()).doesNotContain(line);
                  }
                }
              }
            });
  }

  private static RSAPublicKey keyOf(String pem) {
    return PemKey.parse(pem).find(null, false).publicKey();
  }

  private static String pem(byte[] der) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(der)
        + "\n-----END PUBLIC KEY-----\n";
  }
}

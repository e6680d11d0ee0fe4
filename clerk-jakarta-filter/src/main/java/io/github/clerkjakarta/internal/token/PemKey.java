package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.ClerkConfigurationException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The instance's public key from the configuration: the same for every key id, and no network.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/manual-jwt-verification">Clerk: manual JWT
 *     verification</a>
 */
public final class PemKey implements KeySource {

  private final VerificationKey key;

  private PemKey(VerificationKey key) {
    this.key = key;
  }

  /**
   * Reads a PEM text (RFC 7468): a public key or a certificate, with or without its first and last
   * line, with line breaks, none, or {@code \n} written out.
   *
   * @throws ClerkConfigurationException when it isn't an RSA key of 2048 bits or more; the message
   *     never holds the text
   */
  public static PemKey parse(String pem) {
    if (pem.contains("PRIVATE KEY")) {
      throw wrong("it holds a private key. Set it to the instance's PEM public key");
    }
    RSAPublicKey key = read(pem.contains("CERTIFICATE"), decode(pem));
    if (!VerificationKey.isStrong(key)) {
      throw wrong("it is weaker than RSA with 2048 bits. Set it to the instance's PEM public key");
    }
    return new PemKey(new VerificationKey(key, "RS256"));
  }

  @Override
  public VerificationKey find(@Nullable String keyId, boolean skipCache) {
    return key;
  }

  @Override
  public VerificationKey known(@Nullable String keyId) {
    return key;
  }

  private static byte[] decode(String pem) {
    String base64 =
        pem.replace("\\r", "")
            .replace("\\n", "")
            .replaceAll("-----(BEGIN|END)[A-Z ]*-----", "")
            .replaceAll("\\s", "");
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong("it isn't PEM. Set it to the instance's PEM public key");
    }
  }

  private static RSAPublicKey read(boolean certificate, byte[] der) {
    try {
      PublicKey key =
          certificate
              ? CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))
                  .getPublicKey()
              : KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
      if (key instanceof RSAPublicKey rsa) {
        return rsa;
      }
      throw wrong("it isn't an RSA key. Set it to the instance's PEM public key");
    } catch (GeneralSecurityException e) {
      throw wrong("it can't be read as a key. Set it to the instance's PEM public key");
    }
  }

  private static ClerkConfigurationException wrong(String fault) {
    return new ClerkConfigurationException(
        "jwtKey (CLERK_JWT_KEY) can't be used: "
            + fault
            + ", from the API keys page of the Clerk Dashboard.");
  }
}

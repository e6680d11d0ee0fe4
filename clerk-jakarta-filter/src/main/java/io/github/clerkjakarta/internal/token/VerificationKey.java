package io.github.clerkjakarta.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.github.clerkjakarta.internal.reason.Reason;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A public key that tokens are signed with. Two are equal when they accept the same tokens. */
public final class VerificationKey {

  private static final int SMALLEST_MODULUS_BITS = 2048;
  private static final Map<String, JWSHeader> HEADERS =
      Map.of(
          "RS256", new JWSHeader(JWSAlgorithm.RS256),
          "RS384", new JWSHeader(JWSAlgorithm.RS384),
          "RS512", new JWSHeader(JWSAlgorithm.RS512));

  private final RSAPublicKey publicKey;
  private final @Nullable String algorithm;
  private final JWSVerifier verifier;

  /**
   * A key.
   *
   * @param publicKey the key
   * @param algorithm the only algorithm that it may be used with (RFC 7517, section 4.4), or null
   *     for any of RS256, RS384 and RS512
   */
  public VerificationKey(RSAPublicKey publicKey, @Nullable String algorithm) {
    this.publicKey = publicKey;
    this.algorithm = algorithm;
    this.verifier = new RSASSAVerifier(publicKey);
  }

  /**
   * Whether a key is worth trusting: a modulus of 2048 bits or more (RFC 7518, section 3.3) that
   * isn't known to be broken, and an odd exponent above 3.
   */
  public static boolean isStrong(RSAPublicKey key) {
    return key.getModulus().bitLength() >= SMALLEST_MODULUS_BITS
        && key.getPublicExponent().testBit(0)
        && key.getPublicExponent().compareTo(BigInteger.valueOf(3)) > 0
        && !RocaKeys.include(key.getModulus());
  }

  /** The key itself. */
  public RSAPublicKey publicKey() {
    return publicKey;
  }

  /** The only algorithm that it may be used with; null for any. */
  public @Nullable String algorithm() {
    return algorithm;
  }

  /**
   * Checks a signature.
   *
   * @throws TokenRefused when it isn't this key's, or the key isn't for this algorithm
   */
  void check(Jws jws, String usedAlgorithm) throws TokenRefused {
    if (algorithm != null && !algorithm.equals(usedAlgorithm)) {
      throw new TokenRefused(
          Reason.TOKEN_VERIFICATION_FAILED,
          "Error verifying JWT signature. The key is for "
              + algorithm
              + ", the token says "
              + usedAlgorithm
              + ".",
          TokenRefused.ENSURE_CLERK_JWT);
    }
    if (!verifies(jws, Objects.requireNonNull(HEADERS.get(usedAlgorithm)))) {
      throw new TokenRefused(
          Reason.TOKEN_INVALID_SIGNATURE, "JWT signature is invalid.", TokenRefused.NO_ACTION);
    }
  }

  private boolean verifies(Jws jws, JWSHeader header) {
    try {
      return verifier.verify(header, jws.signingInput(), new DecodedSignature(jws.signature()));
    } catch (JOSEException e) {
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerificationKey that
        && publicKey.getModulus().equals(that.publicKey.getModulus())
        && publicKey.getPublicExponent().equals(that.publicKey.getPublicExponent())
        && Objects.equals(algorithm, that.algorithm);
  }

  @Override
  public int hashCode() {
    return publicKey.getModulus().hashCode();
  }
}

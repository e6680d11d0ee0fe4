package io.github.clerkjakarta.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/**
 * The yardstick: the JDK's own RSA-2048 verification of a session token, and nothing else. What was
 * signed and the signature are there as bytes, and the {@link Signature} is ready for the key.
 */
final class BareVerification implements Workload {

  private final SignedSessionTokens tokens;
  private final Signature verification;
  private byte[][] signed = {};
  private byte[][] signatures = {};
  private int next;

  BareVerification(SignedSessionTokens tokens) throws GeneralSecurityException {
    this.tokens = tokens;
    this.verification = Signature.getInstance("SHA256withRSA");
    verification.initVerify(tokens.publicKey());
  }

  @Override
  public String name() {
    return "one bare RSA-2048 verification";
  }

  @Override
  public void prepare(int operations) {
    signed = new byte[operations][];
    signatures = new byte[operations][];
    for (int i = 0; i < operations; i++) {
      String token = tokens.token(next++ % tokens.count());
      int dot = token.lastIndexOf('.');
      signed[i] = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
      signatures[i] = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    }
  }

  @Override
  public boolean run(int operation) throws GeneralSecurityException {
    verification.update(signed[operation]);
    return verification.verify(signatures[operation]);
  }
}

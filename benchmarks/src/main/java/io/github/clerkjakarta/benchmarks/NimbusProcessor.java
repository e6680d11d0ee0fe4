package io.github.clerkjakarta.benchmarks;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Set;

/**
 * A peer: Nimbus JOSE+JWT's own processor, which checks the signature, {@code exp} and the like.
 */
final class NimbusProcessor implements Workload {

  private final SignedSessionTokens tokens;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private String[] given = {};
  private int next;

  NimbusProcessor(SignedSessionTokens tokens) {
    this.tokens = tokens;
    RSAKey key = new RSAKey.Builder(tokens.publicKey()).keyID(SignedSessionTokens.KEY_ID).build();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256, new ImmutableJWKSet<>(new JWKSet(key))));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(null, Set.of("sub", "iat", "exp", "nbf")));
  }

  @Override
  public String name() {
    return "Nimbus DefaultJWTProcessor, the token alone";
  }

  @Override
  public void prepare(int operations) {
    given = new String[operations];
    for (int i = 0; i < operations; i++) {
      given[i] = tokens.token(next++ % tokens.count());
    }
  }

  @Override
  public boolean run(int operation) throws Exception {
    return processor.process(given[operation], null).getSubject() != null;
  }
}

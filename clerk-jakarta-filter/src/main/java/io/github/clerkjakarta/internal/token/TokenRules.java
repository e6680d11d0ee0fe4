package io.github.clerkjakarta.internal.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token has to satisfy beyond its signature, for one request.
 *
 * @param audience accepted audiences; empty for no check
 * @param authorizedParties accepted {@code azp}; empty for no check
 * @param issuer accepted issuers; empty for no check
 * @param clockSkewMillis how far clocks may differ; negative makes times stricter
 * @param skipCache whether keys and verified tokens are looked up anew
 * @param types accepted values of the header's {@code typ}; null for {@code JWT}, or none at all
 */
public record TokenRules(
    List<String> audience,
    List<String> authorizedParties,
    List<String> issuer,
    long clockSkewMillis,
    boolean skipCache,
    @Nullable List<String> types) {

  /** Drops empty audiences and issuers: they are no check. */
  public TokenRules {
    audience = audience.stream().filter(value -> !value.isEmpty()).toList();
    authorizedParties = List.copyOf(authorizedParties);
    issuer = issuer.stream().filter(value -> !value.isEmpty()).toList();
  }

  /** These rules with another skew. */
  public TokenRules withClockSkewMillis(long millis) {
    return new TokenRules(audience, authorizedParties, issuer, millis, skipCache, types);
  }
}

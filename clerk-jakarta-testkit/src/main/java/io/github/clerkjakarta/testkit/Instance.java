package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;

/** What identifies the instance: its kind, its Frontend API host and its keys. */
record Instance(
    InstanceType type,
    String frontendApi,
    String publishableKey,
    String secretKey,
    String machineSecretKey,
    String webhookSigningSecret) {

  /**
   * Creates an instance for a port. The publishable key, and with it the names of the cookies,
   * stays the same whenever the port does, so that a restart leaves no heap of stale cookies.
   */
  static Instance create(InstanceType type, int port, Random random) {
    // ClerkJS and the backend SDKs know a development instance by this domain, never asked here.
    String frontendApi =
        type == InstanceType.DEVELOPMENT
            ? "local-clerk-" + port + ".clerk.accounts.dev"
            : "clerk.example.test";
    String environment = type == InstanceType.DEVELOPMENT ? "test_" : "live_";
    String encoded =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString((frontendApi + "$").getBytes(StandardCharsets.US_ASCII));
    return new Instance(
        type,
        frontendApi,
        "pk_" + environment + encoded,
        RandomIds.withPrefix("sk_" + environment, 42, random),
        RandomIds.withPrefix("ak_", 42, random),
        // letters and digits are Base64, and 32 of them 24 bytes
        RandomIds.withPrefix("whsec_", 32, random));
  }

  boolean development() {
    return type == InstanceType.DEVELOPMENT;
  }

  String issuer() {
    return "https://" + frontendApi;
  }

  /** What Clerk appends to cookie names to keep instances on one host apart. */
  String cookieSuffix() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(publishableKey.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-1", e);
    }
  }

  /** Names the instance without its secret keys. */
  @Override
  public String toString() {
    return publishableKey;
  }
}

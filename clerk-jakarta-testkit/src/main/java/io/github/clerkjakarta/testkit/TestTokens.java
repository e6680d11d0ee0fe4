package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.keys.SeededRandom;
import io.github.clerkjakarta.testkit.internal.keys.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/**
 * Signs session tokens for code that takes a token, where no {@link LocalClerk} is needed: whoever
 * verifies them is given {@link #publishableKey()}, {@link #secretKey()} and {@link #jwtKey()} and
 * asks nobody.
 *
 * <pre>{@code
 * TestTokens tokens = TestTokens.create();
 * String token = tokens.signedIn().orgRole("org:admin").permission("org:invoices:create").token();
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class TestTokens {

  private static final Duration LIFETIME = Duration.ofSeconds(60);

  private final SigningKey key;
  private final Instance instance;
  private final Clock clock;

  private TestTokens(SigningKey key, Random random, Clock clock) {
    this.key = key;
    this.instance = Instance.create(InstanceType.DEVELOPMENT, 0, random);
    this.clock = clock;
  }

  /** Returns tokens that a new key signs. */
  public static TestTokens create() {
    return create(Clock.systemUTC());
  }

  /**
   * Returns tokens that a new key signs.
   *
   * @param clock tells when tokens are issued
   */
  public static TestTokens create(Clock clock) {
    return new TestTokens(SigningKey.generate(), new SeededRandom("test tokens"), clock);
  }

  /**
   * Returns tokens that always the same key signs. Anyone who knows the text knows the key.
   *
   * @param seed any text
   */
  public static TestTokens seeded(String seed) {
    Random random = new SeededRandom("test tokens of " + seed);
    return new TestTokens(SigningKey.of(random), random, Clock.systemUTC());
  }

  /** Returns the publishable key of the instance that issues the tokens. */
  public String publishableKey() {
    return instance.publishableKey();
  }

  /** Returns a secret key, which is asked for at the start and never sent anywhere. */
  public String secretKey() {
    return instance.secretKey();
  }

  /** Returns the {@code iss} claim of every token. */
  public String issuer() {
    return instance.issuer();
  }

  /** Returns the public key in PEM form, for {@code CLERK_JWT_KEY}. */
  public String jwtKey() {
    return key.pem();
  }

  /** Starts from {@link Person#ADA Ada}, who has no active organization. */
  public TestToken signedIn() {
    return TestToken.of(this);
  }

  TokenBuilder builder(TestToken token) {
    return new TokenBuilder(
        key, token.claims(instance.issuer()), clock.instant(), LIFETIME, token.version1());
  }

  /** Names the instance. */
  @Override
  public String toString() {
    return "tokens of " + instance;
  }
}

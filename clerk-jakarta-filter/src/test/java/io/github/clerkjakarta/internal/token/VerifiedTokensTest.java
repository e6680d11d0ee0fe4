package io.github.clerkjakarta.internal.token;

import static io.github.clerkjakarta.internal.token.Verification.RULES;
import static io.github.clerkjakarta.internal.token.Verification.VALID;
import static io.github.clerkjakarta.testing.Token.NOW_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.testing.ManualTime;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Tries to break each sentence of what {@link VerifiedTokens} and {@link TokenVerifier} promise.
 */
class VerifiedTokensTest {

  private static final String ID = SigningKey.ONE.id();

  private final ManualTime time = new ManualTime();
  private final FixedKeys keys = FixedKeys.none().put(ID, key(SigningKey.ONE));
  private final VerifiedTokens shared = new VerifiedTokens(time, 100);
  private final TokenVerifier verifier = new TokenVerifier(keys, time, 16_384, shared);
  private final String token = Token.valid().text();

  @Test
  @DisplayName("a second look at a token checks no signature, parses nothing and asks for no key")
  void secondLook() throws Exception {
    CountedKey counted = new CountedKey(SigningKey.ONE.publicKey());
    keys.put(ID, new VerificationKey(counted, "RS256"));
    VerifiedToken first = look(token);
    int usesOfKey = counted.uses.get();
    int searches = keys.searches();
    assertThat(usesOfKey).isPositive();
    assertThat(searches).isEqualTo(1);

    VerifiedToken second = look(new String(token.toCharArray()));

    assertThat(second).isSameAs(first);
    assertThat(second.jwt()).isSameAs(first.jwt());
    assertThat(counted.uses).hasValue(usesOfKey);
    assertThat(keys.searches()).isEqualTo(searches);
  }

  @Test
  @DisplayName("a token is found in the middle of the header that carries it")
  void foundInPlace() throws Exception {
    VerifiedToken first = look(token);
    String header = "Bearer " + token + " and more";
    TokenText inPlace = TokenText.of(header, 7, 7 + token.length());
    assertThat(verifier.receive(inPlace, RULES).seen()).isSameAs(first);
    assertThat(verifier.receive(TokenText.of(header, 7, 6 + token.length()), RULES).seen())
        .isNull();
    assertThat(verifier.receive(TokenText.of(header, 7, 8 + token.length()), RULES).seen())
        .isNull();
  }

  @Test
  @DisplayName("exact bytes: a token with the same signature and other claims is not the one seen")
  void sameTailOtherClaims() throws Exception {
    look(token);
    String tail = token.substring(token.lastIndexOf('.'));
    String altered = Token.valid().claim("sub", "user_2").signingInput() + tail;
    assertThat(TokenText.of(altered).hashOfTail()).isEqualTo(TokenText.of(token).hashOfTail());
    assertThat(outcome(altered, RULES)).isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
    assertThat(outcome(altered, RULES)).isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
    assertThat(look(token).auth().userId()).contains("user_1");
  }

  @Test
  @DisplayName("exact bytes: any single character changed makes it another token")
  void anyCharacterChanged() throws Exception {
    look(token);
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      String altered = token.substring(0, i) + (c == 'A' ? 'B' : 'A') + token.substring(i + 1);
      assertThat(verifier.receive(TokenText.of(altered), RULES).seen()).as("at %s", i).isNull();
    }
  }

  @Test
  @DisplayName("what was refused is never entered, whatever it was refused for")
  void refusedTokensAreNotRemembered() {
    for (Token refused :
        List.of(
            Token.valid().forgedBy(SigningKey.TWO),
            Token.valid().issuedAt(NOW_SECONDS - 1_000),
            Token.valid().issuedAt(NOW_SECONDS + 1_000),
            Token.valid().without("sub"),
            Token.valid().header("alg", "none"),
            Token.valid().header("crit", List.of("b64")),
            Token.valid().header("cat", Category.JWT_TEMPLATE),
            Token.valid().signedBy(SigningKey.TWO))) {
      String text = refused.text();
      assertThat(outcome(text, RULES)).isNotEqualTo(VALID);
      assertThat(verifier.receive(TokenText.of(text), RULES).seen()).isNull();
    }
    assertThat(outcome(token, Verification.authorizedParties("https://app"))).isNotEqualTo(VALID);
    assertThat(verifier.receive(TokenText.of(token), RULES).seen()).isNull();
  }

  @Test
  @DisplayName("azp, audience, issuer and type are asked again with the options of each request")
  void otherOptions() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    assertThat(outcome(token, Verification.authorizedParties("https://app.example")))
        .isEqualTo(Reason.TOKEN_INVALID_AUTHORIZED_PARTIES.code());
    assertThat(outcome(token, Verification.issuer("https://other.example")))
        .isEqualTo(Reason.TOKEN_INVALID_ISSUER.code());
    assertThat(outcome(token, Verification.types("at+jwt"))).isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(outcome(token, RULES)).isEqualTo(VALID);

    String forShop = Token.valid().claim("aud", "shop").text();
    assertThat(outcome(forShop, Verification.audience("shop"))).isEqualTo(VALID);
    assertThat(outcome(forShop, Verification.audience("till")))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @Test
  @DisplayName("times are asked again: exp to the millisecond, with the skew of each request")
  void expiry() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    time.setWallClock((NOW_SECONDS + 65) * 1000 - 1);
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    assertThat(outcome(token, RULES.withClockSkewMillis(0))).isEqualTo(Reason.TOKEN_EXPIRED.code());
    time.setWallClock((NOW_SECONDS + 65) * 1000);
    assertThat(outcome(token, RULES)).isEqualTo(Reason.TOKEN_EXPIRED.code());
    assertThat(outcome(token, RULES.withClockSkewMillis(6_000))).isEqualTo(VALID);
  }

  @Test
  @DisplayName("T2 a wall clock set back makes a token seen before not yet valid, as any other")
  void clockSetBack() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    time.setWallClock((NOW_SECONDS - 3_600) * 1000);
    assertThat(outcome(token, RULES)).isEqualTo(Reason.TOKEN_NOT_ACTIVE_YET.code());
  }

  @Test
  @DisplayName("an entry is gone once exp and skew have passed, and not while they haven't")
  void entriesExpire() {
    VerifiedTokens remembered = new VerifiedTokens(time, 100);
    remembered.remember(keys, genuine(token), 5_000);
    time.pass(Duration.ofSeconds(65).minusMillis(1));
    assertThat(remembered.find(keys, TokenText.of(token))).isNotNull();
    assertThat(remembered.size()).isEqualTo(1);
    time.pass(Duration.ofMillis(1));
    assertThat(remembered.find(keys, TokenText.of(token))).isNull();
    time.pass(Duration.ofSeconds(5));
    assertThat(remembered.size()).as("kept for nobody").isZero();
  }

  @Test
  @DisplayName("T2 a wall clock set back an hour doesn't keep an entry an hour longer")
  void entriesAgeByTheMonotonicClock() {
    VerifiedTokens remembered = new VerifiedTokens(time, 100);
    remembered.remember(keys, genuine(token), 5_000);
    time.setWallClock((NOW_SECONDS - 3_600) * 1000);
    time.pass(Duration.ofSeconds(66));
    assertThat(remembered.find(keys, TokenText.of(token))).isNull();
  }

  @Test
  @DisplayName(
      "J13 a token that is over already, or ends at the end of time, is no trouble to keep")
  void extremeExpiries() {
    VerifiedTokens remembered = new VerifiedTokens(time, 100);
    remembered.remember(keys, genuine(Token.valid().issuedAt(1).text()), 5_000);
    assertThat(remembered.size()).isZero();
    String endless = Token.valid().claim("exp", 8_640_000_000_000L).text();
    remembered.remember(keys, genuine(endless), Long.MAX_VALUE);
    remembered.remember(keys, genuine(endless), Long.MIN_VALUE);
    remembered.remember(keys, genuine(endless), 0);
    time.pass(Duration.ofDays(365));
    assertThat(remembered.find(keys, TokenText.of(endless))).isNotNull();
  }

  @Test
  @DisplayName("K8 a token of a key that is removed is refused, seen before or not")
  void removedKey() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    keys.remove(ID);
    assertThat(outcome(token, RULES)).isEqualTo(Reason.JWK_KID_MISMATCH.code());
    keys.put(ID, key(SigningKey.ONE));
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
  }

  @Test
  @DisplayName("K8 another key under the same id ends what the old key signed")
  void replacedKey() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    keys.put(ID, key(SigningKey.TWO));
    assertThat(outcome(token, RULES)).isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
    assertThat(outcome(Token.valid().forgedBy(SigningKey.TWO).text(), RULES)).isEqualTo(VALID);
  }

  @Test
  @DisplayName("J4 the same key, now for another algorithm, ends what was signed by the old one")
  void keyForAnotherAlgorithm() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    keys.put(ID, new VerificationKey(SigningKey.ONE.publicKey(), "RS512"));
    assertThat(outcome(token, RULES)).isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @Test
  @DisplayName("K8 the same key fetched anew is the same key: nothing is verified again")
  void keyFetchedAgain() throws Exception {
    VerifiedToken first = look(token);
    keys.put(ID, key(SigningKey.ONE));
    assertThat(look(token)).isSameAs(first);
  }

  @Test
  @DisplayName("K8 a key under another id than the token names doesn't serve")
  void keyUnderAnotherId() {
    keys.put("other", key(SigningKey.ONE));
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    keys.remove(ID);
    assertThat(outcome(token, RULES)).isEqualTo(Reason.JWK_KID_MISMATCH.code());
  }

  @Test
  @DisplayName("skipJwksCache neither reads what is remembered nor adds to it")
  void cacheSkipped() {
    TokenRules skipping = new TokenRules(List.of(), List.of(), List.of(), 5_000, true, null);
    assertThat(outcome(token, skipping)).isEqualTo(VALID);
    assertThat(verifier.receive(TokenText.of(token), RULES).seen()).isNull();

    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    assertThat(verifier.receive(TokenText.of(token), RULES).seen()).isNotNull();
    assertThat(verifier.receive(TokenText.of(token), skipping).seen()).isNull();
    int searches = keys.searches();
    assertThat(outcome(token, skipping)).isEqualTo(VALID);
    assertThat(keys.searches()).isEqualTo(searches + 1);
  }

  @Test
  @DisplayName(
      "K12 what is remembered for one instance, another that shares the bound doesn't know")
  void apartPerInstance() {
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    TokenVerifier other =
        new TokenVerifier(FixedKeys.none().put(ID, key(SigningKey.TWO)), time, 16_384, shared);
    assertThat(other.receive(TokenText.of(token), RULES).seen()).isNull();
    assertThat(Verification.of(other, token, RULES))
        .isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("K13 a key that two instances have in common doesn't make them share their tokens")
  void apartThoughTheKeyIsTheSame() throws Exception {
    VerifiedToken first = look(token);
    TokenVerifier other =
        new TokenVerifier(FixedKeys.none().put(ID, key(SigningKey.ONE)), time, 16_384, shared);
    assertThat(other.receive(TokenText.of(token), RULES).seen()).isNull();
    assertThat(Verification.of(other, token, RULES)).isEqualTo(VALID);
    assertThat(other.receive(TokenText.of(token), RULES).seen()).isNotNull().isNotSameAs(first);
    assertThat(look(token)).isSameAs(first);
    assertThat(shared.size()).isEqualTo(2);
  }

  @Test
  @DisplayName("what was remembered for an instance goes with it, and nothing else")
  void closed() {
    FixedKeys others = FixedKeys.none().put(ID, key(SigningKey.ONE));
    TokenVerifier other = new TokenVerifier(others, time, 16_384, shared);
    assertThat(outcome(token, RULES)).isEqualTo(VALID);
    assertThat(Verification.of(other, token, RULES)).isEqualTo(VALID);
    verifier.close();
    assertThat(shared.find(keys, TokenText.of(token))).isNull();
    assertThat(shared.find(others, TokenText.of(token))).isNotNull();
  }

  @Test
  @DisplayName("no more tokens are remembered than the bound says, of all instances together")
  void bound() {
    VerifiedTokens few = new VerifiedTokens(time, 10);
    for (KeySource instance : List.of(keys, FixedKeys.none())) {
      for (int i = 0; i < 20; i++) {
        few.remember(instance, genuine(Token.valid().claim("jti", "id_" + i).text()), 5_000);
      }
    }
    assertThat(few.size()).isEqualTo(10);
  }

  @Test
  @DisplayName("with a bound of 0 no token is remembered, and every one is verified")
  void boundOfZero() {
    VerifiedTokens none = new VerifiedTokens(time, 0);
    TokenVerifier forgetful = new TokenVerifier(keys, time, 16_384, none);
    for (int i = 0; i < 3; i++) {
      assertThat(Verification.of(forgetful, token, RULES)).isEqualTo(VALID);
      assertThat(none.find(keys, TokenText.of(token))).isNull();
    }
    assertThat(keys.searches()).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "J31 padding behind a remembered token makes no other token with its hash or its end")
  void padding() throws Exception {
    look(token);
    for (int i = 1; i < 40; i++) {
      String padded = token + "=".repeat(i);
      assertThat(outcome(padded, RULES)).isEqualTo(Reason.TOKEN_INVALID.code());
      assertThat(verifier.receive(TokenText.of(padded), RULES).seen()).isNull();
    }
    assertThat(shared.size()).isEqualTo(1);
  }

  @Test
  @DisplayName("the header that a token shares with the one before is still its own")
  void sharedHeader() throws Exception {
    VerifiedToken first = look(token);
    VerifiedToken second = look(Token.valid().claim("jti", "other").text());
    assertThat(second.jwt().header()).isSameAs(first.jwt().header());

    String machine = Token.valid().header("cat", Category.M2M).text();
    assertThat(outcome(machine, RULES)).isEqualTo(Reason.TOKEN_INVALID.code());
    assertThat(look(token)).isSameAs(first);
    String longer = Token.valid().header("x", "y").text();
    assertThat(look(longer).jwt().header().parameter("x")).isEqualTo("y");
    assertThat(look(Token.valid().claim("jti", "third").text()).jwt().header().has("x")).isFalse();
  }

  @Test
  @DisplayName("J21 a token seen as another class is refused as a session, the second time as well")
  void categoryIsAskedAgain() throws Exception {
    String machine = Token.valid().header("cat", Category.M2M).text();
    verifier.verify(verifier.receive(TokenText.of(machine), RULES), RULES);
    assertThat(verifier.receive(TokenText.of(machine), RULES).seen()).isNotNull();
    assertThat(outcome(machine, RULES)).isEqualTo(Reason.TOKEN_INVALID.code());
  }

  @Test
  @DisplayName("J25 a pending session is remembered as pending")
  void pending() throws Exception {
    String pending = Token.valid().claim("v", 2L).claim("sts", "pending").text();
    look(pending);
    VerifiedToken again = look(pending);
    assertThat(again.auth().sessionStatus()).contains("pending");
  }

  @Test
  @DisplayName("R3 a session token seen before is no handshake that skips the signature")
  void handshakeOfASeenToken() throws Exception {
    look(token);
    keys.put(ID, key(SigningKey.TWO));
    assertThat(handshakeOutcome(token)).isEqualTo(Reason.TOKEN_INVALID_SIGNATURE.code());
  }

  @Test
  @DisplayName("R3 a handshake without exp is accepted; an exp that is there is enforced")
  void handshakeExpiry() {
    assertThat(handshakeOutcome(Token.valid().without("exp").text())).isEqualTo(VALID);
    assertThat(handshakeOutcome(Token.valid().issuedAt(NOW_SECONDS - 65).text()))
        .isEqualTo(Reason.TOKEN_EXPIRED.code());
    assertThat(handshakeOutcome(Token.valid().rawClaim("exp", "\"never\"").text()))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
    assertThat(handshakeOutcome(Token.valid().rawClaim("exp", "null").text()))
        .isEqualTo(Reason.TOKEN_VERIFICATION_FAILED.code());
  }

  @Test
  @DisplayName("L1 neither a token's text nor what was made of it shows the token")
  void textShowsNoToken() throws Exception {
    VerifiedToken seen = look(token);
    String shown =
        seen + " " + TokenText.of(token) + " " + verifier.receive(TokenText.of(token), RULES);
    for (String part : token.split("\\.")) {
      assertThat(shown).doesNotContain(part.substring(0, 12));
    }
  }

  private String handshakeOutcome(String handshake) {
    try {
      verifier.verifyHandshake(handshake, RULES);
      return VALID;
    } catch (TokenRefused refused) {
      return refused.reason().code();
    }
  }

  private VerifiedToken look(String text) throws TokenRefused {
    return verifier.verifySession(verifier.receive(TokenText.of(text), RULES), RULES);
  }

  private String outcome(String text, TokenRules rules) {
    return Verification.of(verifier, text, rules);
  }

  private static VerifiedToken genuine(String text) {
    try {
      return VerifiedToken.of(text, Jws.decode(text, null).jwt(), key(SigningKey.ONE));
    } catch (TokenRefused refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  private static VerificationKey key(SigningKey key) {
    return new VerificationKey(key.publicKey(), "RS256");
  }

  /** Counts how often the JDK's cryptography reads a key, which it does for each signature. */
  private static final class CountedKey implements RSAPublicKey {

    private static final long serialVersionUID = 1L;

    private final transient RSAPublicKey key;
    private final transient AtomicInteger uses = new AtomicInteger();

    CountedKey(RSAPublicKey key) {
      this.key = key;
    }

    @Override
    public BigInteger getPublicExponent() {
      return key.getPublicExponent();
    }

    @Override
    public BigInteger getModulus() {
      return key.getModulus();
    }

    @Override
    public String getAlgorithm() {
      uses.incrementAndGet();
      return key.getAlgorithm();
    }

    @Override
    public String getFormat() {
      uses.incrementAndGet();
      return key.getFormat();
    }

    @Override
    public byte[] getEncoded() {
      uses.incrementAndGet();
      return key.getEncoded();
    }
  }
}

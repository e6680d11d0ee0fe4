package io.github.clerkjakarta.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Issues what the instance signs: session tokens and handshake tokens. */
final class SessionTokens {

  private final Instance instance;
  private final Keys keys;
  private final Clock clock;
  private final Duration lifetime;
  private final String authorizedParty;

  SessionTokens(
      Instance instance, Keys keys, Clock clock, Duration lifetime, String authorizedParty) {
    this.instance = instance;
    this.keys = keys;
    this.clock = clock;
    this.lifetime = lifetime;
    this.authorizedParty = authorizedParty;
  }

  Instant now() {
    return clock.instant();
  }

  TokenBuilder of(Session session) {
    Instant now = now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("azp", authorizedParty);
    claims.put("iss", instance.issuer());
    claims.put("sub", session.person().id());
    claims.put("jti", RandomIds.withPrefix("", 20));
    claims.putAll(SessionClaims.version2(session, now));
    return new TokenBuilder(
        keys.current(), claims, now, lifetime, SessionClaims.version1(session, now));
  }

  /** A token that is for no session; the caller says what it is for. */
  TokenBuilder ofSubject(String subject) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", instance.issuer());
    claims.put("sub", subject);
    return new TokenBuilder(keys.current(), claims, now(), lifetime, Map.of());
  }

  /** A handshake token is a JWT whose only claim is the list of Set-Cookie directives. */
  String handshake(List<String> directives) {
    SigningKey key = keys.current();
    Map<String, String> header =
        Map.of(
            "alg", "RS256", "kid", key.id(), "typ", "JWT", "cat", TokenCategory.SESSION.header());
    return Jwt.sign(header, Map.of("handshake", directives), key.privateKey());
  }

  /** The cookies of a signed-in browser. Only a refresh token has no plain name. */
  Map<String, String> cookies(Session session, String token) {
    Client client = session.client();
    Map<String, String> cookies = new LinkedHashMap<>();
    put(cookies, "__session", token);
    put(cookies, "__client_uat", Long.toString(client.updatedAt()));
    session
        .refreshToken()
        .ifPresent(refresh -> cookies.put("__refresh_" + instance.cookieSuffix(), refresh));
    if (instance.development()) {
      put(cookies, "__clerk_db_jwt", client.devBrowser());
    }
    return cookies;
  }

  private void put(Map<String, String> cookies, String name, String value) {
    cookies.put(name, value);
    cookies.put(name + "_" + instance.cookieSuffix(), value);
  }
}

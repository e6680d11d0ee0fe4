package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.keys.Jwt;
import io.github.clerkjakarta.testkit.internal.keys.Keys;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import io.github.clerkjakarta.testkit.internal.keys.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Issues what the instance signs: session tokens and handshake tokens. */
final class SessionTokens {

  private final Instance instance;
  private final Keys keys;
  private final Directory directory;
  private final Clock clock;
  private final Duration lifetime;
  private final String authorizedParty;
  private final Map<String, Object> customClaims = new ConcurrentHashMap<>();

  private volatile boolean authorizedPartyLeftOut;

  SessionTokens(
      Instance instance,
      Keys keys,
      Directory directory,
      Clock clock,
      Duration lifetime,
      String authorizedParty) {
    this.instance = instance;
    this.keys = keys;
    this.directory = directory;
    this.clock = clock;
    this.lifetime = lifetime;
    this.authorizedParty = authorizedParty;
  }

  Instant now() {
    return clock.instant();
  }

  Duration lifetime() {
    return lifetime;
  }

  void leaveOutAuthorizedParty() {
    authorizedPartyLeftOut = true;
  }

  void addToEveryToken(Map<String, ?> claims) {
    customClaims.putAll(claims);
  }

  void addNothing() {
    customClaims.clear();
    authorizedPartyLeftOut = false;
  }

  TokenBuilder of(Session session) {
    return of(session, session.organization());
  }

  /** A token for an organization that need not be the active one; empty for none. */
  private TokenBuilder of(Session session, Optional<Organization> organization) {
    Instant now = now();
    Optional<Membership> active =
        organization.flatMap(each -> directory.membership(session.person(), each));
    Map<String, @Nullable Object> claims = new LinkedHashMap<>(directory.claims());
    claims.putAll(customClaims);
    claims.putAll(session.claims());
    if (!authorizedPartyLeftOut) {
      claims.put("azp", authorizedParty);
    }
    claims.put("iss", instance.issuer());
    claims.put("sub", session.person().id());
    claims.put("jti", RandomIds.withPrefix("", 20));
    claims.putAll(SessionClaims.version2(session, active, directory.features(), now));
    return new TokenBuilder(
        keys.current(), claims, now, lifetime, SessionClaims.version1(session, active, now));
  }

  /** A token for the origin that asks for it; a browser doesn't always say which that is. */
  String forOrigin(Optional<String> origin, Session session) {
    return forOrigin(origin, session, session.organization());
  }

  /** A token for the origin that asks for it, and for the organization that it asks for. */
  String forOrigin(Optional<String> origin, Session session, Optional<Organization> organization) {
    TokenBuilder builder = of(session, organization);
    if (!authorizedPartyLeftOut) {
      origin.ifPresent(builder::authorizedParty);
    }
    return builder.token();
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

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.clerkjs.ClerkJs;
import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.CrossOrigin;
import io.github.clerkjakarta.testkit.internal.http.Faults;
import io.github.clerkjakarta.testkit.internal.http.Listener;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.keys.Keys;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in for Clerk on this machine: one port of the loopback interface answers as the Frontend
 * API, as the Backend API and with a plain sign-in page. An application started with {@link
 * #environment()} signs {@link Person#ADA Ada} and {@link Person#BEN Ben} in without an account.
 *
 * <p>In production mode Clerk's cookies have to reach both this stand-in and the application; they
 * do if the browser knows both as {@code localhost}, since cookies ignore ports.
 *
 * <p>Its signing key is generated when it starts. Safe for use by several threads. After {@link
 * #close()} the port is free and no thread is left.
 */
public final class LocalClerk implements AutoCloseable {

  private static final String JWKS = "/v1/jwks";

  private final Instance instance;
  private final Keys keys;
  private final State state;
  private final Faults faults = new Faults();
  private final CrossOrigin crossOrigin = new CrossOrigin();
  private final SessionTokens tokens;
  private final Webhooks webhooks;
  private final WebhookEvents webhookEvents;
  private final FrontendApi frontend;
  private final ClerkJs clerkJs;
  private final Edge edge;
  private final int port;

  private Listener listener;
  private boolean listening = true;

  LocalClerk(LocalClerkBuilder asked) {
    Directory directory = new Directory(asked.people());
    keys = asked.keys();
    listener = new Listener(asked.port());
    port = listener.port();
    instance = asked.instance(port);
    state = new State(directory, asked.oneSession());
    tokens = asked.tokens(instance, keys, directory);
    clerkJs = new ClerkJs(asked.clerkJs());
    webhooks = asked.webhooks(instance, tokens);
    ClerkApis apis = ClerkApis.of(instance, state, keys, tokens, webhooks, proxyUrl());
    webhookEvents = apis.events();
    frontend = apis.frontend();
    clerkJs.addTo(apis.routes());
    new Steering(instance, state, tokens, this, faults, webhooks).addTo(apis.routes());
    edge = new Edge(apis, faults, crossOrigin);
    listener.start(edge);
  }

  /**
   * Starts a development instance on a free port.
   *
   * @return the running stand-in
   */
  public static LocalClerk start() {
    return builder().start();
  }

  /**
   * Starts a stand-in that differs from {@link #start()} in something.
   *
   * @return a builder with the defaults
   */
  public static LocalClerkBuilder builder() {
    return new LocalClerkBuilder();
  }

  /** Returns the publishable key. */
  public String publishableKey() {
    return instance.publishableKey();
  }

  /** Returns the secret key, which the Backend API asks for; another one at every start. */
  public String secretKey() {
    return instance.secretKey();
  }

  /** Returns a machine's secret key, with which it may verify M2M tokens. */
  public String machineSecretKey() {
    return instance.machineSecretKey();
  }

  /** Returns what webhooks are signed with, for {@code CLERK_WEBHOOK_SIGNING_SECRET}. */
  public String webhookSigningSecret() {
    return instance.webhookSigningSecret();
  }

  /** Returns the address of the Backend API, for {@code CLERK_API_URL}. */
  public String apiUrl() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns the address at which a browser finds the Frontend API, for {@code CLERK_PROXY_URL}. */
  public String proxyUrl() {
    return "http://localhost:" + port;
  }

  /** Returns the address of the sign-in page, for {@code CLERK_SIGN_IN_URL}. */
  public String signInUrl() {
    return proxyUrl() + "/sign-in";
  }

  /** Returns the {@code iss} claim of every token. */
  public String issuer() {
    return instance.issuer();
  }

  /** Returns what follows {@code __session_} and its like in the suffixed names of cookies. */
  public String cookieSuffix() {
    return instance.cookieSuffix();
  }

  /** Returns the public key that signs now, in PEM form, for {@code CLERK_JWT_KEY}. */
  public String jwtKey() {
    return keys.current().pem();
  }

  /**
   * Returns the environment variables with which an application uses this stand-in as its Clerk.
   *
   * @return values by name, the secret key among them
   */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CLERK_PUBLISHABLE_KEY", publishableKey());
    environment.put("CLERK_SECRET_KEY", secretKey());
    environment.put("CLERK_API_URL", apiUrl());
    environment.put("CLERK_PROXY_URL", proxyUrl());
    environment.put("CLERK_SIGN_IN_URL", signInUrl());
    environment.put("CLERK_WEBHOOK_SIGNING_SECRET", webhookSigningSecret());
    return environment;
  }

  /**
   * Signs a person in, in a browser of its own.
   *
   * @param person somebody who is there
   * @return the session, whose token and cookies a test can send
   */
  public Session session(Person person) {
    return state.signIn(person, state.newClient(), tokens);
  }

  /** Signs a person in and returns a session token, for {@code Authorization: Bearer}. */
  public String sessionToken(Person person) {
    return session(person).token();
  }

  /** Ends a session as the Backend API does. Tokens already issued stay valid until they expire. */
  public void revoke(Session session) {
    session.end(SessionStatus.REVOKED);
  }

  /** Issues an API key that acts for a person. */
  public ApiKey apiKey(Person person) {
    return state.keep(new ApiKey(person.id(), tokens.now().toEpochMilli()));
  }

  /** Issues an API key that acts for an organization. */
  public ApiKey apiKey(Organization organization) {
    return state.keep(new ApiKey(organization.id(), tokens.now().toEpochMilli()));
  }

  /**
   * Issues a machine-to-machine token.
   *
   * @param machineId the machine that has it, {@code mch_…}
   * @return the token, opaque and as a JWT
   */
  public M2mToken m2mToken(String machineId) {
    return state.keep(new M2mToken(machineId, tokens));
  }

  /**
   * Issues an OAuth access token.
   *
   * @param person the person who lets a client act
   * @return the token, opaque and as a JWT
   */
  public OAuthToken oauthToken(Person person) {
    return state.keep(new OAuthToken(person, tokens));
  }

  /** Revokes a machine token. As a JWT it stays valid until it expires. */
  public void revoke(MachineToken token) {
    token.revoke();
  }

  /**
   * Makes a JWT template, by which the Backend API issues tokens until {@link #reset()}.
   *
   * @param name the name of the template
   * @param claims what its tokens carry beside the claims that every token has
   * @see <a href="https://clerk.com/docs/guides/sessions/jwt-templates">JWT templates</a>
   */
  public void jwtTemplate(String name, Map<String, ?> claims) {
    state.keepJwtTemplate(name, Map.copyOf(claims));
  }

  /**
   * Finds somebody who is there, by one of their e-mail addresses: people from a file, or somebody
   * who signed up.
   *
   * @param emailAddress an e-mail address to sign in with
   * @return the person, if there is one
   */
  public Optional<Person> person(String emailAddress) {
    return state.directory().accountByEmailAddress(emailAddress).map(Account::person);
  }

  /**
   * Finds an organization that is there.
   *
   * @param idOrSlug its id or its slug
   * @return the organization, if there is one
   */
  public Optional<Organization> organization(String idOrSlug) {
    return state.directory().organization(idOrSlug);
  }

  /**
   * Adds claims to every session token until {@link #reset()}, as a customized session token has
   * them. Clerk's own claims stay as they are.
   *
   * @param claims values by name: strings, numbers, booleans, maps and iterables
   * @see <a href="https://clerk.com/docs/guides/sessions/customize-session-tokens">Customize your
   *     session token</a>
   */
  public void sessionClaims(Map<String, ?> claims) {
    tokens.addToEveryToken(claims);
  }

  /**
   * Issues session tokens without {@code azp} until {@link #reset()}, in handshakes and refreshes
   * too, as Clerk does for some top-level navigations.
   */
  public void leaveOutAuthorizedParty() {
    tokens.leaveOutAuthorizedParty();
  }

  /**
   * Returns whether pages find ClerkJS and its components here. They are Clerk's, so this project
   * has no copy of them; its build brings them from npm.
   */
  public boolean servesClerkJs() {
    return clerkJs.present();
  }

  /**
   * Signs the answer of a handshake, the value of {@code __clerk_handshake}.
   *
   * @param directives {@code Set-Cookie} values
   * @return the handshake token
   */
  public String handshakeToken(List<String> directives) {
    return tokens.handshake(directives);
  }

  /**
   * Keeps the answer of a handshake for one exchange at the Backend API.
   *
   * @param directives {@code Set-Cookie} values
   * @return the nonce, the value of {@code __clerk_handshake_nonce}
   */
  public String handshakeNonce(List<String> directives) {
    return state.newNonce(directives);
  }

  /**
   * Sends webhooks here until {@link #reset()}: when something happens, and on command.
   *
   * @param url where the application receives them
   * @see LocalClerkBuilder#webhooks(String)
   */
  public void sendWebhooksTo(String url) {
    webhooks.sendTo(url);
  }

  /**
   * Sends a webhook now, once.
   *
   * @param type what happened, such as {@code waitlistEntry.created}
   * @param data what it happened to: strings, numbers, booleans, maps and iterables, by Clerk's
   *     names
   * @return the HTTP status that the application answered with
   * @throws IllegalStateException if nobody has said where webhooks go
   * @throws UncheckedIOException if nobody answers there
   */
  public int sendWebhook(String type, Map<String, ?> data) {
    return webhooks.send(type, data);
  }

  /**
   * Sends a webhook about a person now, once; nothing changes.
   *
   * @param type what happened, such as {@code user.created}
   * @param person somebody who is there
   * @return the HTTP status that the application answered with
   * @throws IllegalStateException if nobody has said where webhooks go
   * @throws UncheckedIOException if nobody answers there
   */
  public int sendWebhook(String type, Person person) {
    return webhooks.send(type, webhookEvents.data(type, state.directory().account(person)));
  }

  /** Sets how handshakes answer, whatever the application asks for. */
  public void useHandshakeFormat(HandshakeFormat format) {
    frontend.useHandshakeFormat(format);
  }

  /** Signs with a new key from now on. The earlier ones stay published. */
  public void rotateKey() {
    keys.rotate();
  }

  /** Publishes only the key that signs now, as at the end of a rotation. */
  public void withdrawEarlierKeys() {
    keys.withdrawEarlier();
  }

  /**
   * Makes the Backend API's key set answer with this, until {@link #reset()}.
   *
   * @param status the HTTP status
   * @param body the body, sent as JSON whatever it is
   */
  public void answerJwksWith(int status, String body) {
    answerWith(JWKS, status, body);
  }

  /** Makes the Backend API's key set answer this much later, until {@link #reset()}. */
  public void delayJwks(Duration delay) {
    delay(JWKS, delay);
  }

  /**
   * Makes any path answer with this, until {@link #reset()}.
   *
   * @param path the path, such as {@code /v1/clients/handshake_payload}
   * @param status the HTTP status
   * @param body the body, sent as JSON whatever it is
   */
  public void answerWith(String path, int status, String body) {
    faults.answer(path, Reply.json(status, body));
  }

  /**
   * Makes any path refuse because it was asked too often, until {@link #reset()}.
   *
   * @param path the path
   * @param retryAfter when to come back, in whole seconds
   */
  public void limitRate(String path, Duration retryAfter) {
    faults.answer(
        path,
        Reply.error(429, "too_many_requests", "Too many requests. Please try again in a bit.")
            .with("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  /** Makes any path answer this much later, until {@link #reset()}. */
  public void delay(String path, Duration delay) {
    faults.delay(path, delay);
  }

  /**
   * Leaves the active organization as it is when a handshake asks for another one, as where a
   * person is no member of it, until {@link #reset()}.
   */
  public void refuseOrganizationActivation() {
    frontend.refuseOrganizations(true);
  }

  /**
   * Lets no page of another origin read what the Frontend API answers, as where an origin isn't
   * known to the instance, until {@link #reset()}.
   */
  public void refuseOtherOrigins() {
    crossOrigin.refuse(true);
  }

  /** Closes the port, as if Clerk could not be reached, until {@link #reset()}. */
  public synchronized void refuseConnections() {
    if (listening) {
      listener.close();
      listening = false;
    }
  }

  /** Returns the requests since the start or the last {@link #reset()}, earliest first. */
  public List<RecordedRequest> requests() {
    return edge.requests();
  }

  /**
   * Ends every fault, forgets every session, machine token, template and claim, leaves people and
   * organizations as they were at the start, and empties {@link #requests()}. Keys stay as they
   * are.
   *
   * @throws UncheckedIOException if connections were refused and something else took the port
   */
  public synchronized void reset() {
    faults.end();
    crossOrigin.refuse(false);
    frontend.refuseOrganizations(false);
    frontend.useHandshakeFormat(HandshakeFormat.AS_REQUESTED);
    if (!listening) {
      listener = new Listener(port);
      listener.start(edge);
      listening = true;
    }
    state.clear();
    webhooks.reset();
    tokens.addNothing();
    edge.forgetRequests();
  }

  /** Frees the port and ends every thread. */
  @Override
  public synchronized void close() {
    refuseConnections();
    webhooks.close();
  }

  /** Names the address, no key. */
  @Override
  public String toString() {
    return "LocalClerk at " + proxyUrl();
  }
}

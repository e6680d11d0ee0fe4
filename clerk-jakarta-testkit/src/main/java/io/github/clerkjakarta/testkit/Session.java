package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's session, known to the stand-in like one that began on its sign-in page. Changes take
 * effect with the next token. Safe for use by several threads.
 */
public final class Session {

  private final String id = RandomIds.withPrefix("sess_");
  private final Person person;
  private final Client client;
  private final Instant createdAt;
  private final SessionTokens tokens;
  private final Directory directory;
  private final Map<String, Object> claims = new ConcurrentHashMap<>();

  private volatile SessionStatus status = SessionStatus.ACTIVE;
  private volatile @Nullable SessionTask task;
  private volatile Instant verifiedAt;
  private volatile @Nullable String organizationId;
  private volatile @Nullable String actor;
  private volatile @Nullable String refreshToken;

  Session(Person person, Client client, SessionTokens tokens, Directory directory) {
    this.person = person;
    this.client = client;
    this.tokens = tokens;
    this.directory = directory;
    this.createdAt = tokens.now();
    this.verifiedAt = createdAt;
  }

  /** Returns the session id, {@code sess_…}, which is the {@code sid} claim. */
  public String id() {
    return id;
  }

  /** Returns who is signed in, as the person's profile is now. */
  public Person person() {
    return directory.account(person).person();
  }

  /** Returns whether the session still signs its person in, and if not, why. */
  public SessionStatus status() {
    return status;
  }

  /** Returns the active organization; empty for the personal account. */
  public Optional<Organization> organization() {
    String id = organizationId;
    return id == null
        ? Optional.empty()
        : directory.membership(person.id(), id).map(Membership::organization);
  }

  /**
   * Makes an organization the active one.
   *
   * @param organization one that the person belongs to
   * @return this session
   * @throws IllegalArgumentException if the person is no member of it
   */
  public Session organization(Organization organization) {
    if (directory.membership(person, organization).isEmpty()) {
      throw new IllegalArgumentException(
          person.firstName() + " is no member of " + organization.name());
    }
    this.organizationId = organization.id();
    done(SessionTask.CHOOSE_ORGANIZATION);
    return this;
  }

  /**
   * Leaves the active organization for the personal account.
   *
   * @return this session
   */
  public Session personalAccount() {
    this.organizationId = null;
    return this;
  }

  /**
   * Leaves the session with an organization to choose, so that its tokens say {@code sts: pending}.
   *
   * @return this session
   * @see <a href="https://clerk.com/docs/guides/configure/session-tasks">Session tasks</a>
   */
  public Session pending() {
    return pending(SessionTask.CHOOSE_ORGANIZATION);
  }

  /**
   * Leaves the session with a task to do, so that its tokens say {@code sts: pending}.
   *
   * @param task what is left to do
   * @return this session
   */
  public Session pending(SessionTask task) {
    this.task = task;
    status = SessionStatus.PENDING;
    return this;
  }

  /**
   * Adds a claim to the session's tokens, as a customized session token has it. Clerk's own claims
   * stay as they are.
   *
   * @param name its name
   * @param value a string, number, boolean, map or iterable, written as JSON
   * @return this session
   * @see <a href="https://clerk.com/docs/guides/sessions/customize-session-tokens">Customize your
   *     session token</a>
   */
  public Session claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  /**
   * Says when the person last proved the first factor, from which the {@code fva} claim is counted.
   *
   * @param instant by default when the session began
   * @return this session
   * @see <a href="https://clerk.com/docs/guides/secure/reverification">Reverification</a>
   */
  public Session verifiedAt(Instant instant) {
    verifiedAt = instant;
    return this;
  }

  /**
   * Lets someone impersonate the person: tokens carry the {@code act} claim.
   *
   * @param actorId the id of the one who impersonates
   * @return this session
   * @see <a href="https://clerk.com/docs/guides/users/impersonation">User impersonation</a>
   */
  public Session impersonatedBy(String actorId) {
    actor = actorId;
    return this;
  }

  /**
   * Gives the browser a refresh token, so that an application can exchange an expired session token
   * at the Backend API, without a handshake.
   *
   * @return this session
   */
  public Session refreshable() {
    refreshToken = RandomIds.withPrefix("rt_");
    return this;
  }

  /** Returns a new session token, as the Frontend API would issue it now. */
  public String token() {
    return tokenBuilder().token();
  }

  /** Starts from what {@link #token()} returns, to change any header or claim of it. */
  public TokenBuilder tokenBuilder() {
    return tokens.of(this);
  }

  /**
   * Returns the cookies that a browser with this session sends to the application: the session
   * token, {@code __client_uat} and, for a development instance, the development browser, each
   * under its plain and its suffixed name; and the refresh token, if it has one.
   *
   * @return cookie values by name
   */
  public Map<String, String> cookies() {
    return tokens.cookies(this, token());
  }

  /** Returns {@link #cookies()} as the value of a {@code Cookie} header (RFC 6265 section 4.2). */
  public String cookieHeader() {
    return cookies().entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  Client client() {
    return client;
  }

  Map<String, Object> claims() {
    return Map.copyOf(claims);
  }

  Instant verifiedAt() {
    return verifiedAt;
  }

  Optional<SessionTask> task() {
    return status == SessionStatus.PENDING ? Optional.ofNullable(task) : Optional.empty();
  }

  /** Makes the session count if this was what it waited for. */
  void done(SessionTask finished) {
    if (status == SessionStatus.PENDING && task == finished) {
      status = SessionStatus.ACTIVE;
    }
  }

  Instant createdAt() {
    return createdAt;
  }

  Optional<String> refreshToken() {
    return Optional.ofNullable(refreshToken);
  }

  Optional<String> actor() {
    return Optional.ofNullable(actor);
  }

  /** Ends the session, unless something else ended it before. */
  void end(SessionStatus ending) {
    if (status.live()) {
      status = ending;
      directory.changes().session(ending.eventType(), this);
    }
  }

  /** Names the session without any token. */
  @Override
  public String toString() {
    return id + " of " + person + ", " + status.wireName();
  }
}

package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.backend.CachedJwks.Step;
import io.github.clerkjakarta.internal.backend.JwksOutcome.Failure;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.KeySource;
import io.github.clerkjakarta.internal.token.KeyStatus;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.VerificationKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The key set of one instance, fetched from the Backend API ({@code GET /jwks}). Thread-safe.
 *
 * <p>The set is fetched when it is first needed and again once it is five minutes old. A request
 * that needs a key of the old set waits for that fetch at most a second; if it fails or is late,
 * the last good keys serve for {@code staleKeysFor}. They don't when Clerk says that it doesn't
 * know the secret key: that is no outage. A key id that a fresh set doesn't hold triggers a fetch
 * of its own, and waits for it at most a second too. {@link JwksRateLimit} says how often, {@link
 * KeySet} what a fetch does to the keys that are there.
 *
 * <p>How concurrent callers meet: all that is known is one immutable {@link CachedJwks}, which
 * readers take with one volatile read. It is replaced, and a fetch is begun, under a lock that
 * nobody holds while waiting for anything. So whoever begins a fetch knows that none is under way
 * and that none has ended since it looked; a hundred callers begin one.
 */
public final class RemoteKeys implements KeySource, AutoCloseable {

  private static final String PATH = "/jwks";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final BackendApiClient api;
  private final Duration staleKeysFor;
  private final TimeSource time;
  private final Duration patience;
  private final DoubleSupplier random;
  private final WaitingRequests waiting;
  private final KeysLog log;
  private final ExecutorService fetcher = DaemonThreads.oneAtMost("clerk-keys");

  private final ReentrantLock deciding = new ReentrantLock();
  private volatile CachedJwks cached = CachedJwks.NOTHING;
  private volatile @Nullable KeyFetch underWay;
  private volatile boolean closed;

  /**
   * The keys of the instance that the Backend API's secret key belongs to. Fetches nothing yet.
   *
   * @param staleKeysFor how long after the last successful fetch its keys serve through an outage;
   *     zero for not at all
   */
  public RemoteKeys(
      BackendApiClient api, Duration staleKeysFor, WaitingRequests waiting, TimeSource time) {
    this(
        api, staleKeysFor, waiting, time, PATIENCE, () -> ThreadLocalRandom.current().nextDouble());
  }

  RemoteKeys(
      BackendApiClient api,
      Duration staleKeysFor,
      WaitingRequests waiting,
      TimeSource time,
      Duration patience,
      DoubleSupplier random) {
    this.api = api;
    this.staleKeysFor = staleKeysFor;
    this.waiting = waiting;
    this.time = time;
    this.patience = patience;
    this.random = random;
    this.log = new KeysLog(time);
  }

  /**
   * {@inheritDoc} That is: the set is fresh; or it is old, may serve through an outage, and there
   * is no fetch that could still be worth waiting for.
   */
  @Override
  public @Nullable VerificationKey known(@Nullable String keyId) {
    CachedJwks now = cached;
    long nanoTime = time.nanoTime();
    VerificationKey key = now.usable(keyId, nanoTime, staleKeysFor);
    if (key == null || now.keys().isFresh(nanoTime)) {
      return key;
    }
    KeyFetch fetch = underWay;
    boolean late = fetch != null && fetch.isLate();
    return late || !now.rateLimit().allowsFetch(nanoTime) ? key : null;
  }

  @Override
  public VerificationKey find(@Nullable String keyId, boolean skipCache)
      throws TokenRefused, KeysUnavailable {
    if (skipCache) {
      return fetchAlone(keyId);
    }
    VerificationKey key = known(keyId);
    return key == null ? decide(keyId) : key;
  }

  @Override
  public KeyStatus status() {
    renew();
    KeySet keys = cached.keys();
    long now = time.nanoTime();
    if (keys.isFresh(now)) {
      return new KeyStatus(KeyStatus.State.FRESH, keys.age(now), Duration.ZERO);
    }
    return keys.servesOutage(now, staleKeysFor)
        ? new KeyStatus(KeyStatus.State.STALE, keys.age(now), staleKeysFor.minus(keys.age(now)))
        : KeyStatus.NONE;
  }

  /** Fetches the set where it is old and may be fetched, and waits for that as a request would. */
  private void renew() {
    KeyFetch fetch;
    deciding.lock();
    try {
      long now = time.nanoTime();
      boolean due = !closed && !cached.keys().isFresh(now) && cached.rateLimit().allowsFetch(now);
      fetch = due && underWay == null ? start(false) : underWay;
    } finally {
      deciding.unlock();
    }
    if (fetch == null || !waiting.enter()) {
      return;
    }
    try {
      fetch.watch(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.leave();
    }
  }

  /** Cancels a fetch that is under way; who waits for it is told so. Waits for nothing itself. */
  @Override
  public void close() {
    KeyFetch last;
    deciding.lock();
    try {
      closed = true;
      last = underWay;
      underWay = null;
    } finally {
      deciding.unlock();
    }
    fetcher.shutdownNow();
    if (last != null) {
      last.end(stopped());
    }
  }

  private VerificationKey decide(@Nullable String keyId) throws TokenRefused, KeysUnavailable {
    Step step;
    KeyFetch fetch = null;
    deciding.lock();
    try {
      step = cached.next(keyId, time.nanoTime(), staleKeysFor);
      if (step instanceof Step.Fetch reason) {
        fetch = underWay == null ? begin(reason.forUnknownKeyId()) : underWay;
      }
    } finally {
      deciding.unlock();
    }
    if (step instanceof Step.Use use) {
      return use.key();
    }
    if (step instanceof Step.GiveUp givenUp) {
      throw givenUp.failure().raise();
    }
    if (step instanceof Step.Fetch reason && fetch != null) {
      return outcome(keyId, fetch, reason.isFirst());
    }
    throw mismatch(keyId);
  }

  /** Begins a fetch on a thread of our own, so that it outlives the request that began it. */
  private KeyFetch begin(boolean forUnknownKeyId) throws KeysUnavailable, TokenRefused {
    if (closed) {
      throw stopped().raise();
    }
    return start(forUnknownKeyId);
  }

  private KeyFetch start(boolean forUnknownKeyId) {
    KeyFetch fetch = new KeyFetch();
    fetcher.execute(() -> carryOut(fetch, forUnknownKeyId));
    underWay = fetch;
    return fetch;
  }

  private void carryOut(KeyFetch fetch, boolean forUnknownKeyId) {
    JwksOutcome outcome = Failure.notUnderstood("The key set could not be read");
    try {
      outcome = ask(forUnknownKeyId);
    } finally {
      deciding.lock();
      try {
        underWay = null;
      } finally {
        deciding.unlock();
      }
      fetch.end(outcome);
    }
  }

  /**
   * The first set is worth its whole deadline to as many as may wait, and a moment to everyone: an
   * application that was just started answers its first hundred callers. Any later set is worth
   * that moment to as many as may wait.
   */
  private VerificationKey outcome(@Nullable String keyId, KeyFetch fetch, boolean isFirst)
      throws TokenRefused, KeysUnavailable {
    boolean entered = waiting.enter();
    try {
      if (!entered && !isFirst) {
        return withoutWaiting(keyId);
      }
      return afterwards(keyId, entered && isFirst ? fetch.await() : fetch.await(patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return afterwards(keyId, Failure.notUnderstood("Interrupted while waiting for the key set"));
    } finally {
      if (entered) {
        waiting.leave();
      }
    }
  }

  private VerificationKey withoutWaiting(@Nullable String keyId)
      throws TokenRefused, KeysUnavailable {
    VerificationKey old = cached.usable(keyId, time.nanoTime(), staleKeysFor);
    if (old == null) {
      throw tooMany().raise();
    }
    return old;
  }

  private Failure tooMany() {
    return Failure.notUnderstood(String.valueOf(waiting.tooMany().getMessage()));
  }

  /** The key after a fetch; one that failed or is late changes nothing about the keys known. */
  private VerificationKey afterwards(@Nullable String keyId, JwksOutcome outcome)
      throws TokenRefused, KeysUnavailable {
    VerificationKey key = cached.usable(keyId, time.nanoTime(), staleKeysFor);
    if (key != null) {
      return key;
    }
    if (outcome instanceof Failure failure) {
      throw failure.raise();
    }
    log.unknown(keyId);
    throw mismatch(keyId);
  }

  /**
   * A fetch for one caller alone, on its own thread: it asked for what the Backend API says now, so
   * neither a fetch that began earlier nor an old key will do.
   */
  private VerificationKey fetchAlone(@Nullable String keyId) throws TokenRefused, KeysUnavailable {
    CachedJwks before = cached;
    if (before.lastFailure() != null && !before.rateLimit().allowsFetch(time.nanoTime())) {
      throw before.lastFailure().raise();
    }
    if (!waiting.enter()) {
      throw tooMany().raise();
    }
    JwksOutcome outcome;
    try {
      outcome = ask(false);
    } finally {
      waiting.leave();
    }
    if (outcome instanceof Failure failure) {
      throw failure.raise();
    }
    return afterwards(keyId, outcome);
  }

  /** Fetches, and remembers what came of it. */
  private JwksOutcome ask(boolean forUnknownKeyId) {
    long askedAt = time.nanoTime();
    JwksOutcome outcome;
    try {
      Answer answer = api.get(PATH, Map.of());
      Duration pause = RetryAfter.of(answer, time.currentTimeMillis());
      outcome = JwksReader.read(answer, api.addressOf(PATH), pause);
    } catch (NoAnswer e) {
      outcome = Failure.notUnderstood(String.valueOf(e.getMessage()));
    }
    deciding.lock();
    try {
      cached =
          cached.after(outcome, askedAt, time.nanoTime(), forUnknownKeyId, random.getAsDouble());
    } finally {
      deciding.unlock();
    }
    if (!closed) {
      log.ended(outcome);
    }
    return outcome;
  }

  private static Failure stopped() {
    return Failure.notUnderstood("The application is being stopped");
  }

  private static TokenRefused mismatch(@Nullable String keyId) {
    return new TokenRefused(
        Reason.JWK_KID_MISMATCH,
        "Unable to find a signing key in JWKS that matches the kid='"
            + (keyId == null ? "undefined" : keyId)
            + "' of the provided session token. Please make sure that the __session cookie or the"
            + " HTTP authorization header contain a Clerk-generated session JWT.",
        "Go to your Dashboard and validate your secret and public keys are correct."
            + " Contact support@clerk.com if the issue persists.");
  }
}

package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.log.LogText;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake nonce stands for: {@code GET /clients/handshake_payload}. Anybody can send one:
 * requests with the same nonce share one call, nothing is asked while Clerk asks for a pause, and
 * no answer is kept.
 */
public final class HandshakePayload {

  private static final String PATH = "/clients/handshake_payload";

  private final BackendApiClient api;
  private final WaitingRequests waiting;
  private final RetryAfter retryAfter;
  private final RateLimitedLog log;
  private final ConcurrentMap<String, CompletableFuture<List<String>>> underWay =
      new ConcurrentHashMap<>();

  /** That nothing is known of a nonce: Clerk wasn't asked, and a later request may be answered. */
  public static final class NotAsked extends Exception {

    private static final long serialVersionUID = 1L;

    NotAsked(String why) {
      super(why, null, false, false);
    }
  }

  /** Payloads of the instance that the Backend API's secret key belongs to. */
  public HandshakePayload(BackendApiClient api, WaitingRequests waiting, TimeSource time) {
    this.api = api;
    this.waiting = waiting;
    this.retryAfter = new RetryAfter(time);
    this.log =
        new RateLimitedLog(
            System.getLogger(HandshakePayload.class.getName()), Level.WARNING, time::nanoTime);
  }

  /**
   * The {@code Set-Cookie} values that Clerk has for this nonce; none when it has none, can't be
   * reached or can't be understood, which is logged: as upstream, the request then goes on without
   * them.
   *
   * @throws NotAsked when it wants a pause, or too many requests wait for it
   */
  public List<String> directives(String nonce) throws NotAsked {
    if (!retryAfter.isOver()) {
      throw notAsked("Clerk asks not to be called for another " + retryAfter.remaining());
    }
    if (!waiting.enter()) {
      throw notAsked(String.valueOf(waiting.tooMany().getMessage()));
    }
    try {
      return shared(nonce);
    } finally {
      waiting.leave();
    }
  }

  private NotAsked notAsked(String why) {
    none(why);
    return new NotAsked(why);
  }

  /** Whoever is first with a nonce asks; the others wait for it, which its deadline bounds. */
  private List<String> shared(String nonce) {
    CompletableFuture<List<String>> mine = new CompletableFuture<>();
    CompletableFuture<List<String>> first = underWay.putIfAbsent(nonce, mine);
    if (first != null) {
      return await(first, nonce);
    }
    List<String> directives = List.of();
    try {
      directives = ask(nonce);
    } finally {
      underWay.remove(nonce);
      if (Thread.currentThread().isInterrupted()) {
        mine.cancel(false);
      }
      mine.complete(directives);
    }
    return directives;
  }

  private List<String> await(CompletableFuture<List<String>> first, String nonce) {
    try {
      return first.get();
    } catch (CancellationException e) {
      // only who asked was interrupted: one of the others asks now
      return shared(nonce);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> ask(String nonce) {
    try {
      Answer answer = api.get(PATH, Map.of("nonce", nonce));
      retryAfter.heed(answer);
      return read(answer);
    } catch (NoAnswer e) {
      return none(e);
    }
  }

  private List<String> read(Answer answer) {
    if (!answer.isSuccess()) {
      return none(api.addressOf(PATH) + " answered " + answer.status());
    }
    List<String> directives = answer.isJson() ? strings(answer) : null;
    return directives == null
        ? none(api.addressOf(PATH) + " answered without a list of directives")
        : directives;
  }

  private static @Nullable List<String> strings(Answer answer) {
    Object json;
    try {
      json = answer.json();
    } catch (JsonSyntaxException e) {
      return null;
    }
    if (!(json instanceof Map<?, ?> members
        && members.get("directives") instanceof List<?> listed)) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (Object element : listed) {
      if (!(element instanceof String directive)) {
        return null;
      }
      strings.add(directive);
    }
    return List.copyOf(strings);
  }

  private List<String> none(NoAnswer why) {
    return none(String.valueOf(why.getMessage()));
  }

  private List<String> none(String why) {
    log.log("A handshake could not be completed: " + LogText.of(why));
    return List.of();
  }
}

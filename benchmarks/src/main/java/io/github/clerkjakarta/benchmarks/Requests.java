package io.github.clerkjakarta.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Requests with session tokens to something that decides about them. The text of every header is
 * new for every request, as a container makes it.
 *
 * @param <R> a request as it has come in
 */
final class Requests<R> implements Workload, AutoCloseable {

  /** How many sessions there are where all of them have been seen before. */
  private static final int SESSIONS = 256;

  private final String name;
  private final Carrier carrier;
  private final SignedSessionTokens tokens;
  private final int sessions;
  private final boolean seen;
  private final Function<String, Recipient<R>> opening;
  private Recipient<R> recipient;
  private List<R> requests = List.of();
  private int next;

  private Requests(
      String name,
      Carrier carrier,
      SignedSessionTokens tokens,
      int sessions,
      boolean seen,
      Function<String, Recipient<R>> opening) {
    this.name = name;
    this.carrier = carrier;
    this.tokens = tokens;
    this.sessions = sessions;
    this.seen = seen;
    this.opening = opening;
    this.recipient = opening.apply(tokens.pem());
  }

  /** Every token is one that the recipient has seen before. */
  static <R> Requests<R> seenBefore(
      String what,
      Carrier carrier,
      SignedSessionTokens tokens,
      Function<String, Recipient<R>> opening) {
    String name = what + ", " + carrier.words() + ", seen before";
    return new Requests<>(name, carrier, tokens, SESSIONS, true, opening).introduced();
  }

  /** No token is one that the recipient has seen before. */
  static <R> Requests<R> neverSeen(
      String what,
      Carrier carrier,
      SignedSessionTokens tokens,
      Function<String, Recipient<R>> opening) {
    String name = what + ", " + carrier.words() + ", never seen";
    return new Requests<>(name, carrier, tokens, tokens.count(), false, opening);
  }

  /** So many sessions take turns, each of which was there before. */
  static <R> Requests<R> inTurns(
      int sessions,
      Carrier carrier,
      SignedSessionTokens tokens,
      Function<String, Recipient<R>> opening) {
    String name = "%,d sessions in turns, %s".formatted(sessions, carrier.words());
    return new Requests<>(name, carrier, tokens, sessions, true, opening).introduced();
  }

  private Requests<R> introduced() {
    for (int i = 0; i < sessions; i++) {
      if (!receive(recipient.request(carrier, tokens.token(i)))) {
        throw new IllegalStateException(name + " gave a wrong answer");
      }
    }
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int operations) {
    if (!seen && next + operations > sessions) {
      recipient.close();
      recipient = opening.apply(tokens.pem());
      next = 0;
    }
    requests = new ArrayList<>(operations);
    for (int i = 0; i < operations; i++) {
      requests.add(recipient.request(carrier, tokens.token(next++ % sessions)));
    }
  }

  @Override
  public boolean run(int operation) throws Exception {
    return recipient.receive(requests.get(operation));
  }

  @Override
  public void close() {
    recipient.close();
  }

  private boolean receive(R request) {
    try {
      return recipient.receive(request);
    } catch (Exception e) {
      throw new IllegalStateException(name + " failed", e);
    }
  }
}

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One browser, its sessions, and the sign-in or sign-up that it is at. */
final class Client {

  private final String id = RandomIds.withPrefix("client_");
  private final String devBrowser = RandomIds.withPrefix("dvb_");
  private final List<Session> sessions = new ArrayList<>();

  private @Nullable Session lastActive;
  private @Nullable SignIn signIn;
  private @Nullable SignUp signUp;
  private long updatedAt;

  String id() {
    return id;
  }

  /** The development browser token, which stands for the client where cookies can't. */
  String devBrowser() {
    return devBrowser;
  }

  /** The session that the browser used last, or the first of the others that is still live. */
  synchronized Optional<Session> session() {
    List<Session> live = sessions();
    return live.stream()
        .filter(each -> each == lastActive)
        .findFirst()
        .or(() -> live.stream().findFirst());
  }

  /** Every live session, earliest first. */
  synchronized List<Session> sessions() {
    return sessions.stream().filter(each -> each.status().live()).toList();
  }

  synchronized Optional<Session> session(String sessionId) {
    return sessions().stream().filter(each -> each.id().equals(sessionId)).findFirst();
  }

  /** Adds a session and makes it the active one; a lone session takes the place of any other. */
  synchronized void signIn(Session signedIn, boolean alone, Instant now) {
    if (alone) {
      sessions().forEach(earlier -> earlier.end(SessionStatus.REPLACED));
    }
    sessions.removeIf(each -> !each.status().live());
    sessions.add(signedIn);
    lastActive = signedIn;
    updatedAt = now.getEpochSecond();
  }

  synchronized void use(Session session) {
    lastActive = session;
  }

  synchronized void end(Session session, SessionStatus ending, Instant now) {
    session.end(ending);
    updatedAt = now.getEpochSecond();
  }

  /**
   * The {@code __client_uat} cookie: seconds of the last sign-in or sign-out, 0 when nobody is
   * signed in.
   */
  synchronized long updatedAt() {
    return session().isPresent() ? updatedAt : 0;
  }

  synchronized Optional<SignIn> signIn() {
    return Optional.ofNullable(signIn);
  }

  synchronized void signIn(@Nullable SignIn attempt) {
    signIn = attempt;
  }

  synchronized Optional<SignUp> signUp() {
    return Optional.ofNullable(signUp);
  }

  synchronized void signUp(@Nullable SignUp attempt) {
    signUp = attempt;
  }
}

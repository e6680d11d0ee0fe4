package io.github.clerkjakarta.testkit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One browser, with at most one session, as in Clerk's single-session mode. */
final class Client {

  private final String id = RandomIds.withPrefix("client_");
  private final String devBrowser = RandomIds.withPrefix("dvb_");

  private @Nullable Session session;
  private long updatedAt;

  String id() {
    return id;
  }

  /** The development browser token, which stands for the client where cookies can't. */
  String devBrowser() {
    return devBrowser;
  }

  synchronized Optional<Session> session() {
    return Optional.ofNullable(session).filter(each -> each.status().live());
  }

  synchronized void signIn(Session signedIn, Instant now) {
    session().ifPresent(earlier -> earlier.end(SessionStatus.REPLACED));
    session = signedIn;
    updatedAt = now.getEpochSecond();
  }

  /** The {@code __client_uat} cookie: seconds of the last sign-in, 0 when signed out. */
  synchronized long updatedAt() {
    return session().isPresent() ? updatedAt : 0;
  }
}

package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.Auth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lives as long as the application, and asks for each caller of its own. */
@ApplicationScoped
public class Directory {

  @Inject private Auth auth;
  private final CountDownLatch both = new CountDownLatch(2);

  public String caller() {
    return auth.userId().orElse("nobody");
  }

  /** Answers when two callers are here at once. */
  public String together() throws InterruptedException {
    String before = caller();
    both.countDown();
    if (!both.await(30, TimeUnit.SECONDS)) {
      return "alone";
    }
    return before + " " + caller();
  }
}

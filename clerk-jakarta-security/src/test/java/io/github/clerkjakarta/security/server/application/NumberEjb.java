package io.github.clerkjakarta.security.server.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** One for all callers. */
@Singleton
@RolesAllowed("org:admin")
public class NumberEjb {

  private final AtomicInteger number = new AtomicInteger();

  public int next() {
    return number.incrementAndGet();
  }
}

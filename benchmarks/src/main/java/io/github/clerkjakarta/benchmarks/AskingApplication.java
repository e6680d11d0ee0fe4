package io.github.clerkjakarta.benchmarks;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The application behind the filter: it asks who is calling, and nothing else. */
final class AskingApplication implements FilterChain {

  private @Nullable String caller;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response) {
    caller = ((HttpServletRequest) request).getRemoteUser();
  }

  /** Whether somebody was calling the last time. */
  boolean hasCaller() {
    return caller != null;
  }
}

package io.github.clerkjakarta.security.internal.servlet;

import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.INCLUDE;

import io.github.clerkjakarta.internal.access.NamedSegment;
import io.github.clerkjakarta.internal.servlet.RoutedPath;
import io.github.clerkjakarta.security.AccessDeniedException;
import io.github.clerkjakarta.security.internal.access.CallSite;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.access.Verdict;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.security.internal.mechanism.Mechanism;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges servlets by their annotations, and answers when a bean that a servlet calls has refused.
 * Error pages are for everybody.
 */
final class ProtectionFilter implements Filter {

  private final Optional<String> named;

  private volatile @Nullable ServletProtections protections;

  private ProtectionFilter(Optional<String> named) {
    this.named = named;
  }

  /** Judges whatever servlet the path of a dispatch leads to. */
  static ProtectionFilter forAll() {
    return new ProtectionFilter(Optional.empty());
  }

  /** Judges this servlet, where a dispatch names it and has no path. */
  static ProtectionFilter named(String servlet) {
    return new ProtectionFilter(Optional.of(servlet));
  }

  @Override
  public void init(FilterConfig config) {
    if (Mechanism.isRegistered()) {
      protections = new ServletProtections(config.getServletContext());
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServletProtections servlets = protections;
    if (servlets == null
        || request.getDispatcherType() == ERROR
        || !(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      chain.doFilter(request, response);
      return;
    }
    Verdict verdict =
        asked(servlets, http).stream()
            .map(asked -> asked.judge(Caller.of(http), new PathOf(http)))
            .filter(judged -> !judged.isOpen())
            .findFirst()
            .orElseGet(Verdict.Open::new);
    if (verdict.isOpen()) {
      pass(http, answer, chain);
    } else if (request.getDispatcherType() == INCLUDE) {
      // Nothing that is included can write a status.
      throw new AccessDeniedException("The caller may not see a part of this page.");
    } else {
      DenialAnswer.write(verdict, http, answer);
    }
  }

  private List<Protection> asked(ServletProtections servlets, HttpServletRequest request) {
    return named
        .map(servlet -> servlets.of(servlet, request))
        .orElseGet(() -> servlets.of(request));
  }

  private static void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      Optional<Verdict> refusal =
          request.getDispatcherType() != INCLUDE && !response.isCommitted()
              ? DenialAnswer.verdict(e, request)
              : Optional.empty();
      if (refusal.isEmpty()) {
        throw e;
      }
      response.reset();
      DenialAnswer.write(refusal.get(), request, response);
    }
  }

  /** A servlet's path has no names; a pattern may give it one. */
  private record PathOf(HttpServletRequest request) implements CallSite {

    @Override
    public Optional<String> named(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> at(NamedSegment segment) {
      return RoutedPath.of(request).flatMap(segment::in);
    }
  }
}

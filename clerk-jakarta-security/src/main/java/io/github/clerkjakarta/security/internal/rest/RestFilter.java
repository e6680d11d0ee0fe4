package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.internal.access.NamedSegment;
import io.github.clerkjakarta.internal.servlet.RoutedPath;
import io.github.clerkjakarta.security.internal.access.CallSite;
import io.github.clerkjakarta.security.internal.access.Callee;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.access.Verdict;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.security.internal.identity.OpenCall;
import io.github.clerkjakarta.security.internal.servlet.RestCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges the call of a REST resource. What it throws is answered as a bean's refusal is. A class of
 * its own to the server, for it injects no others.
 */
public final class RestFilter implements ContainerRequestFilter {

  private static final String JUDGED = RestFilter.class.getName();

  private final Map<Callee, Protection> known = new ConcurrentHashMap<>();
  private final Set<Locators> judged = ConcurrentHashMap.newKeySet();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  /** The server injects what is missing. */
  @SuppressWarnings("NullAway.Init")
  public RestFilter() {}

  @Override
  public void filter(ContainerRequestContext call) {
    if (call.getProperty(JUDGED) != null) {
      return;
    }
    call.setProperty(JUDGED, true);
    refuseUnjudgedLocators(call.getUriInfo().getMatchedResources());
    Callee callee = new Callee(resource.getResourceClass(), resource.getResourceMethod());
    RestCall rest = RestCall.of(callee, call.getUriInfo().getPathParameters());
    Protection protection = known.computeIfAbsent(callee, Callee::protection);
    if (protection.asksNothing()) {
      OpenCall.begin(request);
    } else {
      Verdict verdict = protection.judge(Caller.of(request), new TemplateOf(rest, request));
      if (!verdict.isOpen()) {
        throw callee.denial(verdict);
      }
    }
    rest.storeIn(request);
  }

  /** Of the resources that a request came through; the first is the one that it has come to. */
  private void refuseUnjudgedLocators(List<Object> resources) {
    for (Object passed : resources.subList(Math.min(1, resources.size()), resources.size())) {
      Locators locators = new Locators(passed.getClass());
      if (!judged.contains(locators)) {
        locators.refuseUnjudged();
        judged.add(locators);
      }
    }
  }

  /** What a path has for the names in its template. */
  private record TemplateOf(RestCall call, HttpServletRequest request) implements CallSite {

    @Override
    public Optional<String> named(String name) {
      return call.named(name);
    }

    @Override
    public Optional<String> at(NamedSegment segment) {
      return RoutedPath.of(request).flatMap(segment::in);
    }
  }
}

package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.internal.identity.OpenCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;

/** Runs when the server has judged a call as well, if it does. */
public final class AfterServer implements ContainerRequestFilter {

  @Context private HttpServletRequest request;

  /** The server injects what is missing. */
  @SuppressWarnings("NullAway.Init")
  public AfterServer() {}

  @Override
  public void filter(ContainerRequestContext call) {
    OpenCall.end(request);
  }
}

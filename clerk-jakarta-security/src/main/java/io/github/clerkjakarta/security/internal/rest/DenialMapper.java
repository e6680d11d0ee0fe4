package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.internal.access.Verdict;
import io.github.clerkjakarta.security.internal.servlet.DenialAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers when a bean has refused, unless the application has a mapper of its own. */
abstract class DenialMapper<E extends Throwable> implements ExceptionMapper<E> {

  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;
  @Context private Providers providers;

  /** The server injects what is missing. */
  @SuppressWarnings("NullAway.Init")
  DenialMapper() {}

  @Override
  public Response toResponse(E denial) {
    Verdict verdict = DenialAnswer.verdict(denial, request).orElseGet(Verdict.Forbidden::new);
    try {
      return RestAnswer.to(verdict, providers, request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

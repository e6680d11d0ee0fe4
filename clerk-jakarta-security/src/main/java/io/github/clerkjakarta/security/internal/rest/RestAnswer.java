package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.internal.access.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers a REST call that was refused: by an {@code ExceptionMapper} that the application has for
 * {@link NotAuthorizedException} where nobody is signed in, or for {@link ForbiddenException} where
 * the caller may not; else as a filter of Clerk's does.
 */
final class RestAnswer {

  private static final int UNAUTHORIZED = Response.Status.UNAUTHORIZED.getStatusCode();
  private static final int FORBIDDEN = Response.Status.FORBIDDEN.getStatusCode();

  private RestAnswer() {}

  /** The answer to a verdict that isn't open. */
  static Response to(
      Verdict verdict,
      Providers providers,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return mapped(verdict, RecordedAnswer.to(verdict, request, response), providers);
  }

  /** What a mapper of the application makes of our answer; our answer where there is none. */
  private static Response mapped(Verdict verdict, Response ours, Providers providers) {
    if (verdict instanceof Verdict.NeedsCaller && ours.getStatus() == UNAUTHORIZED) {
      return mapped(NotAuthorizedException.class, new NotAuthorizedException(ours), providers)
          .orElse(ours);
    }
    if (verdict instanceof Verdict.Forbidden && ours.getStatus() == FORBIDDEN) {
      return mapped(ForbiddenException.class, new ForbiddenException(ours), providers).orElse(ours);
    }
    return ours;
  }

  private static <E extends WebApplicationException> Optional<Response> mapped(
      Class<E> type, E denial, Providers providers) {
    return Optional.ofNullable(providers.getExceptionMapper(type))
        .filter(RestAnswer::isForAnswers)
        .map(mapper -> answer(mapper, denial));
  }

  /** Not one for all exceptions, which would make a failure of a refusal. */
  private static boolean isForAnswers(ExceptionMapper<?> mapper) {
    return Stream.of(mapper.getClass().getMethods())
        .filter(method -> method.getName().equals("toResponse") && method.getParameterCount() == 1)
        .anyMatch(
            method ->
                WebApplicationException.class.isAssignableFrom(method.getParameterTypes()[0]));
  }

  /** A mapper that has nothing to say answers 204 (Jakarta RESTful Web Services 3.1, 4.4). */
  private static <E extends Throwable> Response answer(ExceptionMapper<E> mapper, E denial) {
    Response answer = mapper.toResponse(denial);
    return answer == null ? Response.noContent().build() : answer;
  }
}

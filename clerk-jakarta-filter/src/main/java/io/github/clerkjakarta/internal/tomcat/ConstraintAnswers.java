package io.github.clerkjakarta.internal.tomcat;

import static java.lang.System.Logger.Level.DEBUG;

import io.github.clerkjakarta.internal.constraints.ArrivingRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Answers what constraints refuse, as the filter would. Tomcat itself says 403, when it has been
 * told who is calling; then it shows the error page of web.xml, where there is one, and ends the
 * request. Which requests the constraints let in shows here as well: this is the first of all
 * filters.
 */
final class ConstraintAnswers implements Filter, ServletRequestListener {

  private static final System.Logger LOG = System.getLogger(ConstraintAnswers.class.getName());

  private static final String NAME = ConstraintAnswers.class.getName();

  static void addTo(ServletContext context) {
    ConstraintAnswers answers = new ConstraintAnswers();
    FilterRegistration.Dynamic filter = context.addFilter(NAME, answers);
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
      context.addListener(answers);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<ArrivingRequest> waiting = ArrivingRequest.waiting(request);
    if (waiting.isEmpty()) {
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.ERROR) {
      showErrorPage(waiting.get(), request, (HttpServletResponse) response, chain);
    } else {
      waiting.get().leave();
      chain.doFilter(request, response);
    }
  }

  /** The page for 403 shows, unless the answer is another one. */
  private static void showErrorPage(
      ArrivingRequest refused,
      ServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    LateResponse late = new LateResponse(response);
    refused.refuse(late);
    if (late.error() == HttpServletResponse.SC_FORBIDDEN) {
      chain.doFilter(request, response);
    } else {
      late.sendRecorded();
    }
  }

  /** No page of web.xml was shown, and Tomcat is about to write its own. */
  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    ArrivingRequest.waiting(event.getServletRequest()).ifPresent(ConstraintAnswers::answer);
  }

  private static void answer(ArrivingRequest refused) {
    HttpServletResponse response = refused.response();
    if (response.getStatus() != HttpServletResponse.SC_FORBIDDEN || response.isCommitted()) {
      return;
    }
    try {
      LateResponse late = new LateResponse(response);
      refused.refuse(late);
      late.sendRecorded();
    } catch (IOException e) {
      LOG.log(DEBUG, "A refusal couldn't be written.", e);
    }
  }
}

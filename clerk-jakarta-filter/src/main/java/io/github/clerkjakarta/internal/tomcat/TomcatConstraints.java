package io.github.clerkjakarta.internal.tomcat;

import io.github.clerkjakarta.internal.constraints.ServerConstraints;
import jakarta.servlet.ServletContext;
import java.util.Optional;

/**
 * Tomcat's way: a provider of Jakarta Authentication for this application. Tomcat finds it by the
 * name of its virtual host and the path of the application.
 */
public final class TomcatConstraints implements ServerConstraints {

  private final TomcatContext context;
  private final ServletContext servletContext;
  private Optional<CallerRegistration> registration = Optional.empty();

  private TomcatConstraints(TomcatContext context, ServletContext servletContext) {
    this.context = context;
    this.servletContext = servletContext;
  }

  /** Those of an application; empty on any other server, and where another way to log in is set. */
  public static Optional<ServerConstraints> of(ServletContext context) {
    return TomcatContext.of(context)
        .filter(tomcat -> !tomcat.hasLogin())
        .map(tomcat -> new TomcatConstraints(tomcat, context));
  }

  @Override
  public boolean needCallers() {
    return context.hasConstraintForCallers();
  }

  @Override
  public void prepare(ServletContext starting) {
    ConstraintAnswers.addTo(starting);
  }

  @Override
  public void open() {
    registration = CallerRegistration.of(servletContext);
    if (registration.isPresent()) {
      context.keepSessionIds();
    }
  }

  @Override
  public void close() {
    registration.ifPresent(CallerRegistration::remove);
    registration = Optional.empty();
  }
}

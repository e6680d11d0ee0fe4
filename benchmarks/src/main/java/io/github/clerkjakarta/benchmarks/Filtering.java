package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.ServletException;

/** A whole {@link ClerkFilter#doFilter}, with an application that asks who is calling. */
final class Filtering implements Recipient<Exchange> {

  private final Container container = new Container();
  private final AskingApplication application = new AskingApplication();
  private final ClerkFilter filter;

  Filtering(String pem) {
    filter = ClerkFilter.with(BenchmarkInstance.options(pem));
    try {
      filter.init(container.filterConfig());
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Exchange request(Carrier carrier, String token) {
    return container.exchange(carrier, token);
  }

  @Override
  public boolean receive(Exchange exchange) throws Exception {
    filter.doFilter(exchange.request(), exchange.response(), application);
    return application.hasCaller();
  }

  @Override
  public void close() {
    filter.destroy();
  }
}

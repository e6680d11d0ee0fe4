package io.github.clerkjakarta.benchmarks;

/** The same application without a filter: nobody is calling. */
final class Unfiltered implements Recipient<Exchange> {

  private final Container container = new Container();
  private final AskingApplication application = new AskingApplication();

  @Override
  public Exchange request(Carrier carrier, String token) {
    return container.exchange(carrier, token);
  }

  @Override
  public boolean receive(Exchange exchange) {
    application.doFilter(exchange.request(), exchange.response());
    return !application.hasCaller();
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

package io.github.clerkjakarta.servlet;

/** A server that listens on 127.0.0.1. */
record RunningServer(int port, AutoCloseable stop) implements AutoCloseable {

  /** A request to it. */
  Wire get(String target) {
    return send("GET", target);
  }

  Wire send(String method, String target) {
    return new Wire(port, method, target);
  }

  /** A page that a browser with these cookies asks for, at the host that LocalClerk has too. */
  Wire page(String target, String cookies) {
    return get(target).host("localhost:" + port).asDocument().with("Cookie", cookies);
  }

  @Override
  public void close() {
    try {
      stop.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

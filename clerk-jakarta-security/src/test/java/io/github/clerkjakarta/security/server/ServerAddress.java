package io.github.clerkjakarta.security.server;

/** Where the server of this run answers. */
record ServerAddress(int port) {

  /** The origin of its pages, as a browser writes it. */
  String origin() {
    return "http://localhost:" + port;
  }

  /** A request to it, not sent yet. */
  Wire request(String method, String target) {
    return new Wire(port, method, target);
  }

  Wire get(String target) {
    return request("GET", target);
  }
}

package io.github.clerkjakarta.sample.server;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a server lives.
 *
 * @param home its distribution, unpacked
 * @param base where everything is written that the server writes
 * @param http the port of the applications
 * @param second a free port for another listener
 * @param third one more
 */
record Place(Path home, Path base, int http, int second, int third) {

  /** With a port for the applications, 0 for any free one. */
  static Place of(Path home, Path base, int port) {
    List<Integer> free = Ports.free(3);
    return new Place(home, base, port == 0 ? free.get(0) : port, free.get(1), free.get(2));
  }
}

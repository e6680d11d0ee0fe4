package io.github.clerkjakarta.security.server;

import io.github.clerkjakarta.testkit.LocalClerk;

/**
 * One server and one stand-in for Clerk, which live as long as the run.
 *
 * @param server which server
 * @param address where it answers
 * @param clerk what plays Clerk for every application on it
 */
record ServerRun(Server server, ServerAddress address, LocalClerk clerk) implements AutoCloseable {

  /** Static, for Arquillian asks static methods for what to deploy. */
  static ServerRun current() {
    return Holder.RUN;
  }

  private static ServerRun prepare() {
    Server server = Server.ofThisRun();
    ServerAddress address = server.prepare();
    LocalClerk clerk = LocalClerk.builder().authorizedParty(address.origin()).start();
    return new ServerRun(server, address, clerk);
  }

  @Override
  public void close() {
    clerk.close();
  }

  private static final class Holder {
    static final ServerRun RUN = prepare();
  }
}

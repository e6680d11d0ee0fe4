package io.github.clerkjakarta.testkit;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/** What a {@link LocalClerk} may differ in. Each method returns the builder itself. */
public final class LocalClerkBuilder {

  private int port;
  private Clock clock = Clock.systemUTC();
  private InstanceType instanceType = InstanceType.DEVELOPMENT;
  private Duration tokenLifetime = Duration.ofSeconds(60);
  private String authorizedParty = "http://localhost:8080";

  LocalClerkBuilder() {}

  /**
   * Listens on this port.
   *
   * @param port the port; 0, the default, for any free one
   */
  public LocalClerkBuilder port(int port) {
    this.port = port;
    return this;
  }

  /**
   * Reads the time here.
   *
   * @param clock by default the clock of the machine
   */
  public LocalClerkBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Plays this kind of instance.
   *
   * @param instanceType by default {@link InstanceType#DEVELOPMENT}
   */
  public LocalClerkBuilder instance(InstanceType instanceType) {
    this.instanceType = instanceType;
    return this;
  }

  /**
   * Issues session tokens that live this long.
   *
   * @param lifetime from {@code iat} to {@code exp}; by default 60 seconds, as at Clerk
   */
  public LocalClerkBuilder tokenLifetime(Duration lifetime) {
    this.tokenLifetime = lifetime;
    return this;
  }

  /**
   * Names the origin that tokens made in Java carry as {@code azp}. Those of a handshake carry the
   * origin they go to.
   *
   * @param origin by default {@code http://localhost:8080}
   */
  public LocalClerkBuilder authorizedParty(String origin) {
    this.authorizedParty = origin;
    return this;
  }

  /**
   * Starts it.
   *
   * @return the running stand-in
   * @throws UncheckedIOException if the port is taken
   */
  public LocalClerk start() {
    return new LocalClerk(port, clock, instanceType, tokenLifetime, authorizedParty);
  }
}

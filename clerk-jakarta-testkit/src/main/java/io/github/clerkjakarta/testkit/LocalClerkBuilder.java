package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.DirectoryContent;
import io.github.clerkjakarta.testkit.internal.directory.PeopleFile;
import io.github.clerkjakarta.testkit.internal.keys.Keys;
import io.github.clerkjakarta.testkit.internal.keys.SeededRandom;
import io.github.clerkjakarta.testkit.internal.keys.SigningKey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a {@link LocalClerk} may differ in. Each method returns the builder itself. */
public final class LocalClerkBuilder {

  private int port;
  private Clock clock = Clock.systemUTC();
  private InstanceType instanceType = InstanceType.DEVELOPMENT;
  private Duration tokenLifetime = Duration.ofSeconds(60);
  private String authorizedParty = "http://localhost:8080";
  private boolean oneSession = true;
  private DirectoryContent people = DirectoryContent.usual();
  private @Nullable String seed;
  private @Nullable Path clerkJs;
  private @Nullable String webhooks;

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
   * Derives every key from a text, so that an application finds the same keys after a restart of
   * the stand-in. Anyone who knows the text knows the keys.
   *
   * @param seed any text; by default keys are random
   */
  public LocalClerkBuilder seed(String seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Lets a browser have several sessions at once, as in Clerk's multi-session mode; by default a
   * sign-in takes the place of the one before.
   */
  public LocalClerkBuilder manySessions() {
    oneSession = false;
    return this;
  }

  /**
   * Reads people, organizations, roles, permissions and custom claims from a file, in place of Ada
   * and Ben.
   *
   * @param file JSON, as docs/developing-offline.md describes it
   * @throws IllegalArgumentException if something in it is wrong, with a sentence that says what
   * @throws UncheckedIOException if the file can't be read
   */
  public LocalClerkBuilder people(Path file) {
    people = PeopleFile.read(file);
    return this;
  }

  /**
   * Serves ClerkJS and its components from a folder; by default from the class path, if they are
   * there.
   *
   * @param folder with {@code clerk-js/clerk.browser.js} and {@code ui/ui.browser.js} in it
   */
  public LocalClerkBuilder clerkJs(Path folder) {
    clerkJs = folder;
    return this;
  }

  /**
   * Sends webhooks here when something happens: when people sign up, in or out, change or are
   * deleted, join organizations or leave them.
   *
   * @param url where the application receives them; by default nowhere
   */
  public LocalClerkBuilder webhooks(String url) {
    webhooks = url;
    return this;
  }

  /**
   * Starts it.
   *
   * @return the running stand-in
   * @throws UncheckedIOException if the port is taken
   */
  public LocalClerk start() {
    return new LocalClerk(this);
  }

  int port() {
    return port;
  }

  DirectoryContent people() {
    return people;
  }

  boolean oneSession() {
    return oneSession;
  }

  Optional<Path> clerkJs() {
    return Optional.ofNullable(clerkJs);
  }

  Keys keys() {
    if (seed == null) {
      return new Keys(SigningKey::generate);
    }
    Random random = new SeededRandom("signing keys of " + seed);
    return new Keys(() -> SigningKey.of(random));
  }

  Instance instance(int actualPort) {
    Random random = seed == null ? new SecureRandom() : new SeededRandom("secret keys of " + seed);
    return Instance.create(instanceType, actualPort, random);
  }

  Webhooks webhooks(Instance instance, SessionTokens tokens) {
    return new Webhooks(instance.webhookSigningSecret(), webhooks, tokens::now);
  }

  SessionTokens tokens(Instance instance, Keys keys, Directory directory) {
    return new SessionTokens(instance, keys, directory, clock, tokenLifetime, authorizedParty);
  }
}

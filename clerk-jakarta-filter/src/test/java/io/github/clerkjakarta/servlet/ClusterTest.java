package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.webhook.Messages;
import io.github.clerkjakarta.webhook.WebhookListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers, each with an application that brings Hazelcast, and a third that comes later. */
@DisplayName("Nodes with a cache in common")
class ClusterTest {

  private static final String PATH = "/hooks/clerk";
  private static final String EVENT =
      "{\"type\": \"user.created\", \"data\": {\"id\": \"user_1\"}}";
  private static final Path HAZELCAST = Path.of("target", "hazelcast");

  /** Else Hazelcast is the client of a cluster that runs elsewhere. */
  private static final String PROVIDER_TYPE = "hazelcast.jcache.provider.type";

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final List<Integer> PORTS = freePorts(3);
  private static RunningServer one;
  private static RunningServer two;
  private static int lastId;

  @BeforeAll
  static void start() {
    System.setProperty(PROVIDER_TYPE, "member");
    one = node(TestServer.JETTY_12, 0);
    two = node(TestServer.TOMCAT_10, 1);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
    System.clearProperty(PROVIDER_TYPE);
    WebhookInbox.clear();
  }

  @BeforeEach
  void empty() {
    WebhookInbox.clear();
  }

  @Test
  @DisplayName("handle a webhook once, though it comes to both, also while one is at it")
  void once() throws Exception {
    String id = id();
    WebhookInbox.hold(true);
    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post(one, id));
    for (int waited = 0; WebhookInbox.received().isEmpty() && waited < 1000; waited++) {
      Thread.sleep(10);
    }
    assertThat(post(two, id).status()).isEqualTo(503);
    assertThat(post(one, id).status()).isEqualTo(503);
    WebhookInbox.hold(false);
    assertThat(first.get().status()).isEqualTo(204);
    assertThat(post(two, id).status()).isEqualTo(204);
    assertThat(WebhookInbox.received()).containsExactly(id);
  }

  @Test
  @DisplayName("T7 handle a webhook once that comes to both at the same moment")
  void race() {
    for (int round = 0; round < 20; round++) {
      String id = id();
      List<Integer> statuses =
          Stream.of(one, two).parallel().map(node -> post(node, id).status()).toList();
      assertThat(statuses).contains(204).isSubsetOf(204, 503);
      assertThat(WebhookInbox.received()).containsOnlyOnce(id);
    }
  }

  @Test
  @DisplayName("handle on one what the other couldn't handle")
  void failed() {
    String id = id();
    WebhookInbox.fail(true);
    assertThat(post(one, id).status()).isEqualTo(500);
    WebhookInbox.fail(false);
    assertThat(post(two, id).status()).isEqualTo(204);
    assertThat(post(one, id).status()).isEqualTo(204);
    assertThat(WebhookInbox.received()).containsExactly(id, id);
  }

  @Test
  @DisplayName("T8 let no token in whose session has ended, whichever of them was told")
  void revoked() throws Exception {
    Session ended = clerk().session(ADA);
    Session other = clerk().session(ADA);
    assertThat(status(one, ended)).isEqualTo(200);
    assertThat(status(two, ended)).isEqualTo(200);

    clerk().sendWebhooksTo("http://127.0.0.1:" + one.port() + PATH);
    assertThat(clerk().sendWebhook("session.revoked", Map.of("id", ended.id()))).isEqualTo(204);

    assertThat(status(one, ended)).isEqualTo(401);
    for (int waited = 0; status(two, ended) == 200 && waited < 50; waited++) {
      Thread.sleep(100);
    }
    assertThat(page(two, ended).all("x-clerk-auth-reason")).containsExactly("session-revoked");
    assertThat(status(two, other)).isEqualTo(200);

    try (RunningServer three = node(TestServer.TOMCAT_11, 2)) {
      assertThat(status(three, ended)).as("on a node that came later").isEqualTo(401);
      assertThat(status(three, other)).isEqualTo(200);
    }
    assertThat(threadsOf(2)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D14 have that cache, or the deployment fails and leaves no thread")
  void wrongSettings(TestServer server) {
    Path bare = war("clerk").unpackedWhole();
    assertThatThrownBy(() -> server.deployWhole(bare))
        .hasStackTraceContaining("(CLERK_WEBHOOKS_CACHE) needs JCache: put javax.cache:cache-api");
    Path withoutProvider = with("cache-api", war("clerk").unpackedWhole());
    assertThatThrownBy(() -> server.deployWhole(withoutProvider))
        .hasStackTraceContaining("'clerk' can't be opened and written to");
    for (String name : List.of("#", "clerk#", "not a uri#clerk", "classpath:no.xml#clerk")) {
      Path war = member(2, war(name).unpackedWhole());
      assertThatThrownBy(() -> server.deployWhole(war))
          .hasStackTraceContaining("'" + name + "' can't be opened and written to");
    }
    Path withoutUri = member(2, war("clerk").unpackedWhole());
    assertThatThrownBy(() -> server.deployWhole(withoutUri))
        .hasStackTraceContaining("such as classpath:hazelcast.xml#clerk");
    assertThat(threadsOf(2)).isEmpty();
  }

  private static List<String> threadsOf(int number) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("hz.") && name.contains(PORTS.get(number).toString()))
        .toList();
  }

  private static RunningServer node(TestServer server, int number) {
    return server.deployWhole(member(number, war("classpath:hazelcast.xml#clerk").unpackedWhole()));
  }

  private static TestWar war(String cache) {
    return TestWar.of(clerk())
        .contextParam("clerk.webhookSigningSecret", clerk().webhookSigningSecret())
        .contextParam("clerk.webhooks.path", PATH)
        .contextParam("clerk.webhooks.cache", cache)
        .contextParam("clerk.revocation", "webhooks")
        .contextParam("clerk.rules", "/index.html = signed-in")
        .service(WebhookListener.class, InboxListener.class)
        .classFile(InboxListener.class)
        .classFile(WebhookInbox.class);
  }

  /** Puts Hazelcast into an unpacked WAR, as a member of the cluster. */
  private static Path member(int number, Path war) {
    try {
      Files.writeString(war.resolve("WEB-INF/classes/hazelcast.xml"), configuration(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with("", war);
  }

  /** Puts what Hazelcast consists of into an unpacked WAR, or a part of it. */
  private static Path with(String part, Path war) {
    try (Stream<Path> jars = Files.list(HAZELCAST)) {
      for (Path jar : jars.filter(it -> it.getFileName().toString().startsWith(part)).toList()) {
        Files.copy(jar, war.resolve("WEB-INF/lib").resolve(jar.getFileName()));
      }
      return war;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configuration(int number) {
    StringBuilder members = new StringBuilder();
    PORTS.forEach(port -> members.append("<member>127.0.0.1:%d</member>".formatted(port)));
    return """
        <hazelcast xmlns="http://www.hazelcast.com/schema/config">
          <cluster-name>test-%1$d</cluster-name>
          <instance-name>node-%2$d</instance-name>
          <properties>
            <property name="hazelcast.phone.home.enabled">false</property>
            <property name="hazelcast.logging.type">none</property>
            <property name="hazelcast.shutdownhook.enabled">false</property>
            <property name="hazelcast.jmx">false</property>
          </properties>
          <network>
            <port auto-increment="false">%2$d</port>
            <join>
              <auto-detection enabled="false"/>
              <multicast enabled="false"/>
              <tcp-ip enabled="true">%3$s</tcp-ip>
            </join>
            <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
          </network>
        </hazelcast>
        """
        .formatted(PORTS.get(0), PORTS.get(number), members);
  }

  private static List<Integer> freePorts(int number) {
    try {
      List<ServerSocket> taken = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = taken.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : taken) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }

  private static Answer post(RunningServer node, String id) {
    Wire wire = node.send("POST", PATH);
    long now = System.currentTimeMillis() / 1000;
    Messages.headers(clerk().webhookSigningSecret(), id, now, EVENT).forEach(wire::with);
    return wire.body("application/json", EVENT).send();
  }

  private static int status(RunningServer node, Session session) {
    return page(node, session).status();
  }

  private static Answer page(RunningServer node, Session session) {
    return node.get("/index.html").with("Authorization", "Bearer " + session.token()).send();
  }

  private static synchronized String id() {
    return "msg_" + ++lastId;
  }
}

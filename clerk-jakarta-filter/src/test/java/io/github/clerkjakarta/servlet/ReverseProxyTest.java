package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sends what docs/reverse-proxies.md says that proxies send. */
@DisplayName("An application behind a reverse proxy")
class ReverseProxyTest {

  private static final Path PAGE = Path.of("../docs/reverse-proxies.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)```([a-z]+)\\n(.*?)```|^## ([^\\n]*)$");
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "CLERK_PUBLIC_URL", "clerk.publicUrl",
          "CLERK_FORWARDED_HEADERS", "clerk.forwardedHeaders");
  private static final Map<String, RunningServer> RUNNING = new ConcurrentHashMap<>();
  private static final String SELF = "What if my server knows the proxy?";

  /** A request that the page shows, with the settings above it. */
  record Example(String section, Map<String, String> settings, String address, List<String> lines) {

    String origin() {
      URI uri = URI.create(address);
      return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    Wire on(RunningServer server, String method) {
      Wire wire = server.send(method, lines.get(0).split(" ")[1]);
      lines.stream()
          .skip(1)
          .map(line -> line.split(": ", 2))
          .forEach(
              header -> {
                if (header[0].equals("Host")) {
                  wire.host(header[1]);
                } else {
                  wire.with(header[0], header[1]);
                }
              });
      return wire;
    }

    boolean knownToServer() {
      return section.equals(SELF);
    }
  }

  @Test
  @DisplayName("has its page, with each of the proxies in it")
  void page() throws IOException {
    assertThat(examples().stream().map(Example::section).distinct())
        .containsExactly(
            "nginx",
            "Apache httpd",
            "A Kubernetes ingress",
            "An AWS load balancer",
            "Cloudflare",
            "What if the proxy takes away a part of the path?",
            SELF);
    assertThat(examples()).hasSize(8);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 leads back from Clerk to the address that the browser has opened")
  void handshake(TestServer server) throws IOException {
    for (Example example : examples()) {
      Answer answer = example.on(development(server, "", example), "GET").asDocument().send();
      assertThat(answer.status()).as(example.section()).isEqualTo(307);
      assertThat(back(answer)).as(example.section()).isEqualTo(example.address());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 leads back from the sign-in page, its own among them, to the same address")
  void signIn(TestServer server) throws IOException {
    for (Example example : examples()) {
      Example own = with(example, "clerk.signInUrl", "~/sign-in");
      Answer answer = own.on(production(server, "", own), "GET").asDocument().send();
      assertThat(answer.status()).as(example.section()).isEqualTo(302);
      assertThat(back(answer)).as(example.section()).isEqualTo(example.address());
      assertThat(answer.first("Location").orElseThrow())
          .as(example.section())
          .startsWith(example.address().replace("/account", "/sign-in?"));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 takes a form of its own for no stranger's, with and without Sec-Fetch-Site")
  void form(TestServer server) throws IOException {
    String cookies =
        "__session=" + Token.of("user_1").claim("exp", 4_102_444_800L).text() + "; __client_uat=1";
    for (Example shown : examples()) {
      Example example = with(shown, "clerk.signInUrl", "~/sign-in");
      RunningServer running = production(server, "", example);
      Wire own = example.on(running, "POST").with("Cookie", cookies);
      assertThat(own.with("Origin", example.origin()).send().body())
          .as(example.section())
          .contains("user_1");
      Wire strange = example.on(running, "POST").with("Cookie", cookies);
      assertThat(strange.with("Origin", "https://evil.example").send().status())
          .as(example.section())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 keeps the port that the server has of its proxy, where no host is forwarded")
  void portOfTheServer(TestServer server) {
    Example example =
        new Example(
            SELF,
            Map.of(),
            "https://app.example:8443/account",
            List.of(
                "GET /account HTTP/1.1",
                "Host: app.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 8443"));
    Answer answer = example.on(development(server, "", example), "GET").asDocument().send();
    assertThat(back(answer)).isEqualTo(example.address());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 with a context path is where publicUrl says, with a prefix and without")
  void contextPath(TestServer server) {
    for (String address :
        List.of("https://shop.example/app/account", "https://shop.example/shop/app/account")) {
      Example example =
          new Example(
              "",
              Map.of("clerk.publicUrl", address.replace("/account", "")),
              address,
              List.of("GET /app/account HTTP/1.1", "Host: internal:8080"));
      Answer answer = example.on(development(server, "/app", example), "GET").asDocument().send();
      assertThat(back(answer)).isEqualTo(address);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 opens its own sign-in page, by the path that browsers and that the server see")
  void ownPage(TestServer server) {
    for (String page : List.of("~/sign-in", "/shop/sign-in", "https://shop.example/shop/sign-in")) {
      Map<String, String> settings =
          Map.of("clerk.publicUrl", "https://shop.example/shop", "clerk.signInUrl", page);
      Example example =
          new Example("", settings, "", List.of("GET /sign-in HTTP/1.1", "Host: internal:8080"));
      assertThat(example.on(production(server, "", example), "GET").asDocument().send().status())
          .as(page)
          .isEqualTo(200);
    }
    // What a client says of a prefix opens nothing.
    Map<String, String> believing =
        Map.of("clerk.forwardedHeaders", "with-prefix", "clerk.signInUrl", "/in/account");
    Example forged =
        new Example(
            "",
            believing,
            "",
            List.of("GET /account HTTP/1.1", "Host: shop.example", "X-Forwarded-Prefix: /in"));
    assertThat(forged.on(production(server, "", forged), "GET").asDocument().send().status())
        .isEqualTo(302);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H5 believes no prefix unasked, and none that isn't plainly a path")
  void prefix(TestServer server) {
    Map<String, String> believing = Map.of("clerk.forwardedHeaders", "with-prefix");
    Map<String, String> sent =
        Map.of(
            "/a", "/a/account",
            "/a/, /b", "/a/b/account",
            "/", "/account",
            "//evil.example", "/account",
            "/..", "/account",
            "/a/../../b", "/account",
            "/%2e%2e", "/account",
            "evil", "/account",
            "/a?x=", "/account",
            "@evil.example", "/account");
    sent.forEach(
        (prefix, path) -> {
          assertThat(withPrefix(server, believing, prefix))
              .isEqualTo("https://shop.example" + path);
          assertThat(withPrefix(server, Map.of(), prefix))
              .isEqualTo("https://shop.example/account");
        });
  }

  private static String withPrefix(TestServer server, Map<String, String> settings, String sent) {
    List<String> lines =
        List.of(
            "GET /account HTTP/1.1",
            "Host: shop.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Prefix: " + sent);
    Example example = new Example("", settings, "", lines);
    return back(example.on(development(server, "", example), "GET").asDocument().send());
  }

  private static RunningServer development(TestServer server, String context, Example example) {
    return running(
        server,
        context,
        example,
        Map.of(
            "clerk.publishableKey",
            Instances.TEST_KEY,
            "clerk.secretKey",
            "sk_test_abcdefghijklmnopqrstuvwxyz"));
  }

  private static RunningServer production(TestServer server, String context, Example example) {
    return running(
        server,
        context,
        example,
        Map.of(
            "clerk.publishableKey", Instances.LIVE_KEY,
            "clerk.secretKey", "sk_live_abcdefghijklmnopqrstuvwxyz",
            "clerk.rules", "/** = signed-in"));
  }

  private static RunningServer running(
      TestServer server, String context, Example example, Map<String, String> instance) {
    Map<String, String> settings = new TreeMap<>(instance);
    settings.putAll(example.settings());
    settings.put("clerk.jwtKey", SigningKey.ONE.pem());
    settings.put("clerk.apiUrl", "http://127.0.0.1:9");
    return RUNNING.computeIfAbsent(
        server + context + example.knownToServer() + settings,
        key -> {
          Path war =
              new TestWar()
                  .filter(ClerkFilter.class, settings)
                  .servlet(WhoServlet.class, "/*")
                  .unpacked();
          return example.knownToServer()
              ? server.deployBehindProxy(war, context)
              : server.deploy(war, context);
        });
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    String section = "";
    Map<String, String> settings = Map.of();
    Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        section = matcher.group(3);
        settings = Map.of();
      } else if (matcher.group(1).equals("properties")) {
        settings = settings(matcher.group(2).strip());
      } else if (matcher.group(1).equals("http")) {
        List<String> lines = matcher.group(2).lines().toList();
        String address = lines.get(0).replace("# the browser is at ", "");
        examples.add(new Example(section, settings, address, lines.subList(1, lines.size())));
      }
    }
    return examples;
  }

  private static Map<String, String> settings(String line) {
    String[] setting = line.split("=", 2);
    return Map.of(PROPERTIES.get(setting[0]), setting[1]);
  }

  private static Example with(Example example, String name, String value) {
    Map<String, String> settings = new HashMap<>(example.settings());
    settings.put(name, value);
    return new Example(example.section(), settings, example.address(), example.lines());
  }

  private static String back(Answer answer) {
    String query = URI.create(answer.first("Location").orElseThrow()).getRawQuery();
    Matcher matcher = Pattern.compile("(?:^|&)redirect_url=([^&]*)").matcher(query);
    assertThat(matcher.find()).isTrue();
    return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
  }
}

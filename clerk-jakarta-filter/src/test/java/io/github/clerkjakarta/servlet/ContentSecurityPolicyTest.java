package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The Content Security Policy of responses")
class ContentSecurityPolicyTest {

  private static final String HEADER = "Content-Security-Policy";
  private static final String REPORT_ONLY = "Content-Security-Policy-Report-Only";
  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/]{24})'");

  private static final Map<String, RunningServer> RUNNING = new ConcurrentHashMap<>();

  @ParameterizedTest
  @EnumSource
  @DisplayName("H15 is there once: by whatever way a page is reached, and for whatever status")
  void once(TestServer server) {
    for (String path :
        List.of(
            "/page",
            "/silent",
            "/forward",
            "/include",
            "/async",
            "/async-wrapped",
            "/async-thread",
            "/reset",
            "/missing",
            "/fails",
            "/nowhere",
            "/index.html")) {
      Answer answer = strict(server).get(path).send();
      assertThat(answer.all(HEADER)).as(path + " " + answer.status()).hasSize(1);
      assertThat(answer.all(HEADER).get(0))
          .as(path)
          .containsOnlyOnce("script-src ")
          .containsOnlyOnce("'nonce-")
          .doesNotContain(",", "gone.example");
    }
    assertThat(strict(server).get("/account").with("Accept", "application/json").send().all(HEADER))
        .hasSize(1);
    for (String nothing : List.of("", ",", ";")) {
      for (Wire request :
          List.of(
              strict(server).get("/silent").with("Test-Ahead", nothing),
              strict(server).get("/page").with("Test-Own", "set " + nothing),
              strict(server).get("/page").with("Test-Own", "add " + nothing))) {
        Answer answer = request.send();
        assertThat(answer.all(HEADER)).hasSize(1);
        assertThat(directive(answer, "default-src")).as(nothing).isEqualTo("'self'");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H15 of the application's own there is one header with both, set, added or ahead")
  void merged(TestServer server) {
    String own = "default-src 'none'; img-src https://cdn.example";
    for (Wire request :
        List.of(
            strict(server).get("/page").with("Test-Own", "set " + own),
            strict(server).get("/page").with("Test-Own", "add " + own),
            strict(server).get("/forward").with("Test-Own", "set " + own),
            strict(server).get("/async").with("Test-Own", "add " + own),
            strict(server).get("/async-thread").with("Test-Own", "set " + own),
            strict(server).get("/missing").with("Test-Own", "set " + own),
            strict(server).get("/account").with("Test-Own", "set " + own),
            strict(server).get("/silent").with("Test-Ahead", own),
            strict(server)
                .get("/page")
                .with("Test-Header", "content-security-POLICY")
                .with("Test-Own", "set img-src https://gone.example")
                .with("Test-Own", "set " + own))) {
      Answer answer = request.send();
      assertThat(answer.all(HEADER)).hasSize(1);
      assertThat(directive(answer, "img-src"))
          .isEqualTo("https://cdn.example https://img.clerk.com https://clerk.app.example");
      assertThat(directive(answer, "default-src")).isEqualTo("'none'");
      assertThat(directive(answer, "script-src"))
          .startsWith("https://clerk.app.example ")
          .contains("'strict-dynamic'")
          .doesNotContain("'none'");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H15 what isn't ASCII in it is no directive, as browsers have it, and fails nothing")
  void notAscii(TestServer server) {
    String own =
        "img-src https://cdn.example; font-src https://b\u00fccher.example; media-src 'none'";
    Map<String, String> strict =
        Map.of("clerk.contentSecurityPolicy", "strict", "clerk.debugHeaders", "false");
    try (LogLines log = LogLines.of("io.github.clerkjakarta.internal.csp.PolicyReader")) {
      for (String how : List.of("set ", "add ")) {
        for (int i = 0; i < 3; i++) {
          Answer answer = with(server, strict).get("/page").with("Test-Own", how + own).send();
          assertThat(answer.status()).isEqualTo(200);
          assertThat(directive(answer, "img-src"))
              .contains("https://cdn.example https://img.clerk");
          assertThat(directive(answer, "media-src")).isEqualTo("'none'");
          assertThat(answer.all(HEADER).get(0)).doesNotContain("font-src");
        }
      }
      Answer nothing = with(server, strict).get("/page").with("Test-Own", "set \u00fc").send();
      assertThat(directive(nothing, "script-src")).startsWith("'self' https://clerk.app.example ");
      assertThat(log.lines()).hasSize(1).first().asString().startsWith("WARNING A directive of");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H15 a policy ahead of the filter and one behind it are two, and Clerk is in both")
  void several(TestServer server) {
    for (String path : List.of("/page", "/forward", "/async-wrapped", "/missing")) {
      Answer answer =
          strict(server)
              .get(path)
              .with("Test-Ahead", "img-src 'self'")
              .with("Test-Own", "add img-src https://cdn.example; script-src 'self'")
              .send();

      assertThat(answer.all(HEADER)).hasSize(1);
      String[] policies = answer.all(HEADER).get(0).split(", ");
      assertThat(policies).as(path).hasSize(2);
      assertThat(policies[0]).contains("img-src 'self' https://img.clerk.com");
      assertThat(policies[0]).contains("default-src 'self'").doesNotContain("script-src");
      assertThat(policies[1]).contains("img-src https://cdn.example https://img.clerk.com");
      assertThat(policies[1]).doesNotContain("default-src").containsPattern(NONCE);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H16 has a nonce of its own for each response, which its page is told")
  void fresh(TestServer server) {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      Answer answer = strict(server).get("/page").send();
      String nonce = nonce(answer);
      assertThat(answer.body()).isEqualTo("%s %1$s %1$s;".formatted(nonce));
      nonces.add(nonce);
    }
    assertThat(nonces).hasSize(20);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H16 has one nonce for all of a request, whatever dispatches it goes through")
  void oneForARequest(TestServer server) {
    for (String path : List.of("/forward", "/include", "/async", "/async-wrapped", "/reset")) {
      Answer answer = strict(server).get(path).send();
      assertThat(answer.body()).as(path).startsWith(nonce(answer) + " ");
    }
    Answer missing = strict(server).get("/missing").send();
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.body()).startsWith(nonce(missing) + " ");
    Answer refused = strict(server).get("/account").send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).startsWith(nonce(refused) + " ");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H16 of two filters, each with a policy, there is one header and one nonce")
  void twoFilters(TestServer server) {
    RunningServer running =
        with(server, Map.of("clerk.contentSecurityPolicy", "strict", "test.second", "yes"));
    for (String path : List.of("/page", "/forward", "/async", "/reset", "/missing")) {
      Answer answer = running.get(path).with("Test-Own", "set img-src 'self'").send();
      assertThat(answer.all(HEADER)).as(path).hasSize(1);
      assertThat(answer.all(HEADER).get(0)).containsOnlyOnce("'nonce-").doesNotContain(",");
      assertThat(answer.body()).as(path).startsWith(nonce(answer) + " ");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H16 a page with its nonce is stored by nobody, unless it says so")
  void caching(TestServer server) {
    assertThat(strict(server).get("/page").send().all("Cache-Control")).containsExactly("no-store");
    assertThat(
            strict(server).get("/page").with("Test-Cache", "private").send().all("Cache-Control"))
        .containsExactly("private");
    assertThat(strict(server).get("/silent").send().all("Cache-Control")).isEmpty();
    assertThat(lax(server).get("/page").send().all("Cache-Control")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H15 isn't on the way to Clerk, but for what the application sends there itself")
  void redirects(TestServer server) {
    Answer handshake = strict(server).get("/page").with("Test-State", "handshake").send();
    assertThat(handshake.status()).isEqualTo(307);
    assertThat(handshake.all(HEADER)).isEmpty();
    Answer signIn = strict(server).get("/account").asDocument().send();
    assertThat(signIn.status()).isEqualTo(302);
    assertThat(signIn.all(HEADER)).isEmpty();
    Answer own = strict(server).get("/sign-in-here").asDocument().send();
    assertThat(own.status()).isEqualTo(302);
    assertThat(own.all(HEADER)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H17 what the application forbids stays forbidden")
  void forbidden(TestServer server) {
    Answer answer =
        lax(server)
            .get("/page")
            .with("Test-Own", "set script-src 'self'; frame-src 'none'; img-src 'NONE'")
            .send();

    assertThat(directive(answer, "script-src"))
        .startsWith("'self' https://clerk.app.example")
        .doesNotContain("'unsafe-inline'");
    assertThat(directive(answer, "frame-src")).isEqualTo("'none'");
    assertThat(directive(answer, "img-src")).isEqualTo("'none'");
    assertThat(answer.body()).isEqualTo("none none null;");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("only reports where that is set, leaves the other header alone, and says where to")
  void reportOnly(TestServer server) {
    Answer answer =
        reporting(server).get("/page").with("Test-Own", "set img-src https://cdn.example").send();
    assertThat(answer.all(HEADER)).containsExactly("img-src https://cdn.example");
    assertThat(answer.all(REPORT_ONLY)).hasSize(1);
    assertThat(answer.all(REPORT_ONLY).get(0)).contains("; report-to csp-endpoint");
    assertThat(answer.all("Reporting-Endpoints"))
        .containsExactly("csp-endpoint=\"https://reports.example/csp?a=b\"");

    Answer merged =
        reporting(server)
            .get("/page")
            .with("Test-Header", "Reporting-Endpoints")
            .with("Test-Own", "set own=\"/reports\"")
            .send();
    assertThat(merged.all("Reporting-Endpoints"))
        .containsExactly("own=\"/reports\"", "csp-endpoint=\"https://reports.example/csp?a=b\"");
    assertThat(reporting(server).get("/reset").send().all("Reporting-Endpoints")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is none of ours unless that is set")
  void off(TestServer server) {
    Answer answer =
        with(server, Map.of()).get("/page").with("Test-Own", "set img-src 'self'").send();
    assertThat(answer.all(HEADER)).containsExactly("img-src 'self'");
    assertThat(answer.all("Cache-Control")).isEmpty();
    assertThat(answer.body()).isEqualTo("none none null;");
    assertThat(EdgeServers.open(server).get("/who").send().all(HEADER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H14 an application whose settings make no policy isn't deployed, on any server")
  void notDeployed(TestServer server) {
    String mode = "clerk.contentSecurityPolicy";
    for (Map<String, String> params :
        List.of(
            Map.of(mode, "strikt"),
            Map.of(mode, "strict", mode + "Directives", "img-src a.example, b.example"),
            Map.of(mode, "strict", mode + "Directives", "img-src a.example\nX-Evil: 1"),
            Map.of(mode, "strict", mode + "Directives", "img-src 'slef'"),
            Map.of(mode, "strict", mode + "ReportTo", "http://a.example"),
            Map.of(mode + "Directives", "img-src a.example"))) {
      assertThatThrownBy(() -> with(server, params))
          .as(params.toString())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H14 no line break of the application's gets into the header, nor another directive")
  void ownText(TestServer server) {
    Answer answer =
        strict(server).get("/page").with("Test-Own", "set img-src h\u00e9.example, , ;;").send();
    assertThat(answer.all(HEADER)).hasSize(1);
    assertThat(directive(answer, "img-src"))
        .isEqualTo("'self' https://img.clerk.com https://clerk.app.example");
  }

  private static String nonce(Answer answer) {
    Matcher found = NONCE.matcher(answer.first(HEADER).orElseThrow());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String directive(Answer answer, String name) {
    for (String each : answer.first(HEADER).orElseThrow().split("; ")) {
      if (each.startsWith(name + " ")) {
        return each.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static RunningServer strict(TestServer server) {
    return with(server, Map.of("clerk.contentSecurityPolicy", "strict"));
  }

  private static RunningServer lax(TestServer server) {
    return with(server, Map.of("clerk.contentSecurityPolicy", "default"));
  }

  private static RunningServer reporting(TestServer server) {
    return with(
        server,
        Map.of(
            "clerk.contentSecurityPolicy",
            "default",
            "clerk.contentSecurityPolicyReportOnly",
            "true",
            "clerk.contentSecurityPolicyReportTo",
            "https://reports.example/csp?a=b"));
  }

  private static RunningServer with(TestServer server, Map<String, String> params) {
    return RUNNING.computeIfAbsent(
        server + "" + params,
        key -> {
          TestWar war =
              new TestWar()
                  .contextParam("clerk.filter.auto", "false")
                  .contextParam("clerk.publishableKey", ScriptedAuthenticator.PRODUCTION)
                  .contextParam("clerk.rules", "/account = signed-in; /** = public")
                  .listener(PolicyApplication.class)
                  .errorPage(404, "/page")
                  .errorPage(401, "/page")
                  .errorPage(500, "/page");
          params.forEach(war::contextParam);
          return server.deploy(war.unpacked(), "");
        });
  }
}

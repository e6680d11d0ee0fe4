package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.access.AccessRules;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.TokenBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("docs/roles-and-permissions.md, with the filter alone")
class RolesPageTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final Path PAGE = Path.of("../docs/roles-and-permissions.md");

  @ParameterizedTest
  @EnumSource
  @DisplayName("S19 each name of a role in its table holds for the callers that it says")
  void names(TestServer server) throws IOException {
    LocalClerk clerk = CLERK.clerk();
    TokenBuilder inAcme = clerk.session(ADA).organization(ACME).tokenBuilder();
    TokenBuilder alone = clerk.session(ADA).tokenBuilder();
    List<String> tokens =
        List.of(
            inAcme
                .claim("fea", "o:invoices,o:reports,u:notes")
                .claim("pla", "o:pro,u:free")
                .token(),
            alone.claim("fea", "u:notes").claim("pla", "u:free").token(),
            clerk.apiKey(ADA).scope("invoices:read").token());

    TestWar war = TestWar.of(clerk).contextParam("clerk.acceptsToken", "any");
    try (RunningServer running =
        server.deploy(war.servlet(WhoServlet.class, "/*").unpacked(), "")) {
      for (Row row : table()) {
        for (String name : row.names()) {
          assertThat(tokens.stream().map(token -> isInRole(running, token, name)))
              .as(name)
              .containsExactlyElementsOf(row.answers());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S20 its rule admits whose metadata has the role, as Clerk's guide has it")
  void rule(TestServer server) throws IOException {
    String rule = block("(/admin/.*)\n");
    assertThat(AccessRules.parse(rule).isEmpty()).isFalse();
    TestWar war = TestWar.of(CLERK.clerk()).contextParam("clerk.rules", rule);
    try (RunningServer running =
        server.deploy(war.servlet(WhoServlet.class, "/*").unpacked(), "")) {
      assertThat(statusOf(running, Map.of("role", "admin"))).isEqualTo(200);
      assertThat(statusOf(running, Map.of("role", List.of("editor", "admin")))).isEqualTo(200);
      assertThat(statusOf(running, Map.of("role", "editor"))).isEqualTo(403);
      assertThat(statusOf(running, Map.of())).isEqualTo(403);
      assertThat(statusOf(running, "{{user.public_metadata}}")).isEqualTo(403);
      assertThat(running.get("/admin").send().status()).isEqualTo(401);
    }
  }

  private static int statusOf(RunningServer running, Object metadata) {
    String token = CLERK.clerk().session(ADA).claim("metadata", metadata).token();
    return bearer(running.get("/admin"), token).send().status();
  }

  private static boolean isInRole(RunningServer running, String token, String name) {
    String body = bearer(running.get("/who"), token).with("Test-Ask", name).send().body();
    assertThat(body).startsWith("user=user_ada");
    return body.contains(" role=true ");
  }

  private static Wire bearer(Wire request, String token) {
    return request.with("Authorization", "Bearer " + token);
  }

  /** The rows below "Names of roles": the names in the first cell, and yes for some callers. */
  private static List<Row> table() throws IOException {
    List<Row> rows = new ArrayList<>();
    String section = Files.readString(PAGE).split("\n## Names of roles\n")[1].split("\n## ")[0];
    for (String line : section.lines().filter(it -> it.startsWith("| `")).toList()) {
      String[] cells = line.split("\\|", -1);
      Stream<MatchResult> names = Pattern.compile("`([^`]+)`").matcher(cells[1]).results();
      rows.add(
          new Row(
              names.map(name -> name.group(1)).toList(),
              Arrays.stream(cells, 3, 6).map(cell -> cell.strip().equals("yes")).toList()));
    }
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  private static String block(String content) throws IOException {
    return Pattern.compile("```\n" + content + "```")
        .matcher(Files.readString(PAGE))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private record Row(List<String> names, List<Boolean> answers) {}
}

package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.testkit.internal.directory.PeopleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFileTest {

  private static final String FILE =
      """
      {
        "roles": {
          "org:owner": ["org:reports:read", "org:reports:write", "org:teams:write"],
          "org:guest": ["org:reports:read"]
        },
        "organizations": [{"slug": "north", "name": "North"}, {"id": "org_2", "slug": "south"}],
        "people": [
          {
            "emailAddress": "cleo@example.com", "password": "correct-horse-cleo",
            "firstName": "Cleo", "lastName": "Doe",
            "publicMetadata": {"level": 3}, "privateMetadata": {"crm": "of-the-server-alone"},
            "memberships": [
              {"organization": "north", "role": "org:owner"},
              {"organization": "org_2", "role": "org:guest", "permissions": ["org:teams:write"]}
            ]
          },
          {"id": "user_7", "emailAddress": "dora@example.com", "password": "correct-horse-dora"}
        ],
        "claims": {"tenant": "t1"}
      }
      """;

  @TempDir private Path folder;

  @Test
  @DisplayName("people, organizations, roles, permissions and claims come from a file")
  void file() throws Exception {
    Path file = Files.writeString(folder.resolve("people.json"), FILE);
    try (LocalClerk clerk = LocalClerk.builder().people(file).start()) {
      Person cleo = clerk.person("cleo@example.com").orElseThrow();
      Session session = clerk.session(cleo).organization(clerk.organization("north").orElseThrow());

      assertThat(cleo.id()).isEqualTo("user_cleo");
      assertThat(claims(session.token()))
          .containsEntry("tenant", "t1")
          .containsEntry("fea", "o:reports,o:teams");
      assertThat(claims(session.token()).get("o"))
          .isEqualTo(
              Map.of(
                  "id",
                  "org_north",
                  "slg",
                  "north",
                  "rol",
                  "owner",
                  "per",
                  "read,write",
                  "fpm",
                  "3,2"));
      assertThat(
              claims(session.organization(clerk.organization("south").orElseThrow()).token())
                  .get("o")
                  .toString())
          .contains("rol=guest", "per=write", "fpm=0,1");
      assertThat(clerk.person("dora@example.com").orElseThrow().firstName()).isEqualTo("dora");
      assertThat(clerk.person("ada@example.com")).isEmpty();
      assertThat(new Tab(clerk).signIn(cleo).body())
          .contains("\"public_metadata\":{\"level\":3}")
          .doesNotContain("of-the-server-alone", "private_metadata");
      clerk.reset();
      assertThat(clerk.person("cleo@example.com")).contains(cleo);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                       | the file must be a JSON object
          {"poeple": []}                                           | the file has an unknown "poeple"
          {"people": {}}                                           | "people" of the file must be an array
          {"people": [{"emailAddress": "a@b"}]}                    | people[0] has no "password"
          {"people": [{"emailAddress": 1}]}                        | "emailAddress" of people[0] must be a string
          {"roles": {"admin": []}}                                 | "admin" is not a role, which looks like org:admin
          {"roles": {"org:a": ["write"]}}                          | "write" is no permission, which looks like org:invoices:create
          {"people": [{"emailAddress": "a@b", "password": "x", "memberships": [{"organization": "acme"}]}]} | there is no organization "acme"
          {"organizationRequired": "yes"}                          | "organizationRequired" of the file must be true or false
          """)
  @DisplayName("what is wrong in the file is said in a sentence")
  void wrong(String text, String message) {
    assertThatThrownBy(() -> PeopleFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("text that is no JSON is said to be none, with its line")
  void noJson() {
    assertThatThrownBy(() -> PeopleFile.parse("{\n  \"people\": oops\n}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  @DisplayName("where an organization is required everyone who signs in has one to choose")
  void organizationRequired() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("people.json"),
            FILE.replaceFirst("\\{", "{\"organizationRequired\": true,"));
    try (LocalClerk clerk = LocalClerk.builder().people(file).start()) {
      Tab tab = new Tab(clerk);
      tab.signIn(clerk.person("cleo@example.com").orElseThrow());
      String path = "/v1/client/sessions/" + tab.sessionId();

      assertThat(Tab.response(tab.get(path))).containsEntry("status", "pending");
      tab.post(path + "/touch", "active_organization_id", "");
      assertThat(Tab.response(tab.get(path))).containsEntry("status", "pending");
      tab.post(path + "/touch", "active_organization_id", "org_north");
      assertThat(Tab.response(tab.get(path))).containsEntry("status", "active");
    }
  }
}

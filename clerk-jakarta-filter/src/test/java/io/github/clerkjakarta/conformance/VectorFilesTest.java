package io.github.clerkjakarta.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A directory of vectors")
class VectorFilesTest {

  private static final String GOOD =
      """
      {"id": "p1", "title": "no key", "kind": "publishableKey", "publishableKey": {"key": "x"},
       "expected": {"valid": false, "parsed": null, "cookieSuffix": "-"}}
      """;

  @TempDir Path directory;

  private final Judge judge = new Judge(new NoEngine());
  private final Report report = new Report();

  @AfterEach
  void closes() {
    judge.close();
  }

  @Test
  @DisplayName("of the project's own holds every file, and all of it can be read")
  void holdsEveryFile() {
    VectorFiles own = new VectorFiles(VectorFiles.own());
    assertThat(own.themes())
        .containsExactly(
            "authorization",
            "claims-v1-v2",
            "combined",
            "handshake",
            "jwks-cache",
            "jwt-verification",
            "machine-tokens",
            "organization-sync",
            "proxy-and-forwarded",
            "publishable-keys",
            "redirects",
            "refresh",
            "satellite",
            "session-cookie",
            "session-header",
            "webhooks");
    for (String theme : own.themes()) {
      for (Vector vector : own.read(theme).vectors()) {
        VectorFormat.require(vector.json());
        assertThat(vector.id() + vector.title()).isNotBlank();
        if (vector.json().containsKey("options")) {
          vector.calls().forEach(step -> OptionMapping.requestOptions(step.options()));
        }
      }
    }
  }

  @Test
  @DisplayName("of another is judged whole, whatever a file is called")
  void judgesAnyName() throws IOException {
    write("never-seen", 1, GOOD);
    VectorFiles files = new VectorFiles(directory);
    assertThat(files.themes()).containsExactly("never-seen");
    assertThat(files.failures("never-seen", judge, report)).isZero();
    assertThat(report.summary()).isEqualTo("conformance: 1 passed, 0 failed, 0 differ, 0 skipped");
  }

  @ParameterizedTest
  @DisplayName("fails for a case that nobody knows")
  @ValueSource(
      strings = {
        "{'id': 'p1', 'title': 'a kind', 'kind': 'signOut', 'expected': {}}",
        "{'id': 'p1', 'title': 'a member', 'when': 1, 'kind': 'publishableKey',"
            + " 'publishableKey': {'key': 'x'},"
            + " 'expected': {'valid': false, 'parsed': null, 'cookieSuffix': '-'}}",
        "{'id': 'p1', 'title': 'an option', 'now': 1, 'options': {'leeway': 1},"
            + " 'request': {'method': 'GET', 'url': 'https://a.example/', 'headers': {}},"
            + " 'expected': {}}",
        "{'id': 'p1', 'title': 'an answer', 'now': 1, 'options': {},"
            + " 'backend': [{'method': 'GET', 'path': '/', 'status': 200, 'delay': 1}],"
            + " 'request': {'method': 'GET', 'url': 'https://a.example/', 'headers': {}},"
            + " 'expected': {}}",
        "{'id': 'p1', 'title': 'a webhook', 'now': 1, 'kind': 'webhook', 'expected': {'event': {}},"
            + " 'webhook': {'headers': {}, 'body': '', 'method': 'GET'}}",
        "{'id': 'p1', 'title': 'a step', 'kind': 'sequence', 'options': {}, 'steps': [],"
            + " 'expected': {'steps': [{}]}}"
      })
  void failsForUnknownCases(String vector) throws IOException {
    write("cases", 1, vector.replace('\'', '"'));
    assertThat(new VectorFiles(directory).failures("cases", judge, report)).isOne();
  }

  @Test
  @DisplayName("fails where it is empty, is none, or a file isn't what it says")
  void failsForUnreadableFiles() throws IOException {
    assertThatThrownBy(() -> new VectorFiles(directory).themes())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VectorFiles(directory.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class);
    write("short", 2, GOOD);
    Files.writeString(directory.resolve("format.json"), "{\"format\": 2}");
    Files.writeString(directory.resolve("text.json"), "vectors");
    write("key", 1, GOOD.replace("\"x\"", "\"@keys.json#/keys/none\""));
    VectorFiles files = new VectorFiles(directory);
    assertThat(files.themes()).containsExactly("format", "key", "short", "text");
    for (String theme : files.themes()) {
      assertThatThrownBy(() -> files.failures(theme, judge, report))
          .as(theme)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void write(String theme, int count, String vectors) throws IOException {
    Files.writeString(
        directory.resolve(theme + ".json"),
        "{\"format\": 1, \"theme\": \""
            + theme
            + "\", \"count\": "
            + count
            + ", \"vectors\": ["
            + vectors
            + "]}");
  }

  /** Decides nothing. */
  private static final class NoEngine implements Engine {
    @Override
    public RequestAuthenticator authenticator(ClerkOptions options, TimeSource time) {
      throw new IllegalStateException("No engine");
    }

    @Override
    public String cookieSuffix(String text) {
      return "-";
    }

    @Override
    public String frontendApi(ClerkOptions options) {
      throw new IllegalStateException("No engine");
    }
  }
}

package io.github.clerkjakarta.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ConfigurationSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The value of a setting")
class SettingFormsTest {

  private static final List<String> ORIGINS =
      List.of("authorizedParties", "allowedRedirectOrigins", "corsOrigins");

  static Stream<Setting<?>> flags() {
    return Setting.table().stream()
        .filter(
            setting ->
                setting
                    .defaultText()
                    .filter(it -> List.of("true", "false").contains(it))
                    .isPresent());
  }

  static Stream<Setting<?>> origins() {
    return Setting.table().stream()
        .filter(setting -> ORIGINS.contains(setting.property().substring("clerk.".length())));
  }

  @ParameterizedTest
  @MethodSource("flags")
  @DisplayName("G3 is true or 1, false or 0, in any case, for whatever is on or off")
  void onOrOff(Setting<?> flag) {
    for (String yes : List.of("true", "TRUE", "True", "1", " true ")) {
      assertThat(read(flag, yes)).as(yes).isEqualTo(true);
    }
    for (String no : List.of("false", "FALSE", "False", "0")) {
      assertThat(read(flag, no)).as(no).isEqualTo(false);
    }
  }

  @ParameterizedTest
  @MethodSource("flags")
  @DisplayName("G3 is no other word, for whatever is on or off")
  void neitherOnNorOff(Setting<?> flag) {
    for (String word :
        List.of("yes", "no", "on", "off", "2", "-1", "00", "t", "enabled", "tru", "true;")) {
      assertThatThrownBy(() -> read(flag, word))
          .as(word)
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessage("Set " + flag.label() + " to true or false; it is '" + word + "'.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clerk.clockSkew, 5",
    "clerk.userCache, soon",
    "clerk.verifiedTokens, many",
    "clerk.verifiedTokens, -1",
    "clerk.maxWaitingRequests, 0",
    "clerk.maxWaitingRequests, 1e3",
    "clerk.denyAs, 200",
    "clerk.denyAs, not found",
    "clerk.preflight, ignore",
    "clerk.forwardedHeaders, yes",
    "clerk.signInUrl, sign-in",
    "clerk.publicUrl, app.example",
    "clerk.corsOrigins, spa.example",
    "clerk.corsOrigins, https://spa.example/app",
    "clerk.allowedRedirectOrigins, //a.example",
    "clerk.authorizedParties, app.example",
    "clerk.authorizedParties, https://app.example/path",
    "clerk.authorizedParties, https://me@app.example",
    "clerk.authorizedParties, 'https://app.example, null'"
  })
  @DisplayName("G3 is no word that spells none, and the sentence says what to set")
  void unreadable(String property, String text) {
    Setting<?> setting = named(property);

    assertThatThrownBy(() -> read(setting, text))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("Set " + setting.label() + " to ");
  }

  @ParameterizedTest
  @MethodSource("origins")
  @DisplayName("G2 is an origin as browsers write it, however it is spelled")
  void normalised(Setting<?> setting) {
    assertThat(
            read(
                setting,
                "https://App.Example, HTTPS://app.example:443, http://app.example:80,"
                    + " https://app.example:8443, https://app.example/, https://b\u00fccher.example"))
        .isEqualTo(
            List.of(
                "https://app.example",
                "https://app.example",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example",
                "https://xn--bcher-kva.example"));
  }

  @ParameterizedTest
  @MethodSource("origins")
  @DisplayName("G2 is no wildcard, which would match nothing, and the sentence says so")
  void wildcards(Setting<?> setting) {
    for (String text :
        List.of("https://*.example", "*", "https://a.example, https://*.b.example")) {
      assertThatThrownBy(() -> read(setting, text))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageStartingWith("Set " + setting.label() + " to the origins themselves")
          .hasMessageContaining("a wildcard matches none");
    }
  }

  @Test
  @DisplayName("G2 is the same when code says it")
  void inCode() {
    ClerkOptions options =
        ClerkOptions.builder()
            .authorizedParties(List.of("https://App.Example:443", "chrome-extension://abcdefgh"))
            .corsOrigins(List.of("HTTPS://spa.example"))
            .allowedRedirectOrigins(List.of("https://Shop.Example"))
            .publicUrl("https://APP.example:443")
            .build();

    assertThat(options.authorizedParties())
        .containsExactly("https://app.example", "chrome-extension://abcdefgh");
    assertThat(options.corsOrigins()).containsExactly("https://spa.example");
    assertThat(options.allowedRedirectOrigins()).containsExactly("https://shop.example");
    assertThat(options.publicUrl()).contains("https://app.example");
    assertThatThrownBy(
            () -> ClerkOptions.builder().authorizedParties(List.of("https://*.example")).build())
        .isInstanceOf(ClerkConfigurationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  @DisplayName("J24 G3 is no PEM text in base64, and the hint says so without showing it")
  void encodedPem(String lineEnd) {
    String pem =
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----";
    String encoded =
        Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)) + lineEnd;

    assertThatThrownBy(() -> ClerkOptions.builder().jwtKey(encoded).build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.jwtKey (CLERK_JWT_KEY)")
        .hasMessageContaining("decode it")
        .hasMessageNotContaining(encoded.substring(0, 20));
    assertThat(ClerkOptions.builder().jwtKey(pem).build().jwtKey()).contains(pem);
    assertThat(ClerkOptions.builder().jwtKey("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A").build().jwtKey())
        .isPresent();
  }

  private static Setting<?> named(String property) {
    return Setting.table().stream()
        .filter(setting -> setting.property().equals(property))
        .findFirst()
        .orElseThrow();
  }

  private static Object read(Setting<?> setting, String text) {
    ConfigurationSource source =
        name -> name.equals(setting.property()) ? Optional.of(text) : Optional.empty();
    return SettingValues.find(setting, List.of(source)).orElseThrow();
  }
}

package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class StartupReportTest {

  private static final String PK_TEST = "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk";
  private static final Pattern ANCHOR = Pattern.compile("going-to-production\\.md#([a-z-]+)]");
  private static final String PK_LIVE = "pk_live_Y2xlcmsuaGFyYm9ybGlnaHQuZXhhbXBsZSQ";

  @Test
  void aReadyProductionInstance() {
    StartupReport report = StartupReport.of(ready().build());

    assertThat(report.level()).isEqualTo(Level.INFO);
    assertThat(report.text())
        .isEqualTo(
            "Clerk: production instance clerk.harborlight.example; tokens are verified with the"
                + " keys of https://api.clerk.com/v1/jwks.");
  }

  @Test
  void aDevelopmentInstanceIsNoReasonToWarn() {
    StartupReport report = StartupReport.of(ready().publishableKey(PK_TEST).build());

    assertThat(report.level()).isEqualTo(Level.INFO);
    assertThat(report.text())
        .startsWith("Clerk: development instance calm-heron-42.clerk.accounts.dev;")
        .endsWith(
            "Not ready for production: a development instance is for building and testing"
                + " [docs/going-to-production.md#keys].");
  }

  @Test
  void aProductionInstanceThatIsNotReadyIsAWarning() {
    StartupReport report = StartupReport.of(ClerkOptions.builder().publishableKey(PK_LIVE).build());

    assertThat(report.level()).isEqualTo(Level.WARNING);
    assertThat(report.text())
        .contains("Not ready for production: ")
        .contains("set clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES)")
        .contains(
            "who has a session token without azp is then signed out: it is safe once the application has run for a day")
        .contains("set clerk.publicUrl (CLERK_PUBLIC_URL)");
  }

  @Test
  void whateverIsNotReadyIsNamed() {
    assertThat(text(ready().publicUrl("http://app.example"))).contains("clerk.publicUrl");
    assertThat(text(ready().skipJwksCache(true)))
        .contains("fetched for each request")
        .contains("unset clerk.skipJwksCache");
    assertThat(text(ready().clockSkew(Duration.ofSeconds(61)))).contains("lower clerk.clockSkew");
    assertThat(text(ready().clockSkew(Duration.ofSeconds(60)))).doesNotContain("clockSkew");
  }

  @Test
  @DisplayName("each thing that isn't ready names a section of docs/going-to-production.md")
  void anchors() throws IOException {
    Set<String> sections =
        Files.readString(Path.of("../docs/going-to-production.md"))
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .collect(Collectors.toSet());
    ClerkOptions.Builder unready =
        ClerkOptions.builder()
            .publishableKey(PK_TEST)
            .skipJwksCache(true)
            .clockSkew(Duration.ofMinutes(5));
    for (String text : List.of(text(unready), text(unready.publicUrl("http://app.example")))) {
      String open = text.substring(text.indexOf("Not ready for production: "));
      assertThat(open.split(";")).hasSize(5).allMatch(line -> ANCHOR.matcher(line).find());
      assertThat(ANCHOR.matcher(open).results())
          .allSatisfy(anchor -> assertThat(sections).contains(anchor.group(1)));
    }
  }

  @Test
  void ignoredForwardedHeadersNeedNoPublicUrl() {
    assertThat(
            text(
                ClerkOptions.builder()
                    .publishableKey(PK_LIVE)
                    .authorizedParties(List.of("https://app.example"))
                    .forwardedHeaders(ForwardedHeaders.IGNORED)))
        .doesNotContain("Not ready");
  }

  @Test
  void whereTheKeysComeFrom() {
    assertThat(text(ready().jwtKey("pem")))
        .endsWith("verified with the PEM key of clerk.jwtKey (CLERK_JWT_KEY).");
    assertThat(text(ready().jwtKey("pem").networkless(true)))
        .endsWith("(CLERK_JWT_KEY), without the Backend API.");
    assertThat(text(ready().apiUrl("http://localhost:4000/").apiVersion("v2")))
        .contains("the keys of http://localhost:4000/v2/jwks");
  }

  @Test
  @DisplayName("L1 the start-up line shows no secret")
  void noSecrets() {
    assertThat(
            text(
                ready()
                    .publishableKey("sk_live_hunter2")
                    .secretKey("sk_live_hunter2")
                    .machineSecretKey("ak_hunter2")
                    .jwtKey("hunter2")))
        .startsWith("Clerk: no known instance;")
        .doesNotContain("hunter2");
  }

  private static ClerkOptions.Builder ready() {
    return ClerkOptions.builder()
        .publishableKey(PK_LIVE)
        .authorizedParties(List.of("https://app.example"))
        .publicUrl("https://app.example");
  }

  private static String text(ClerkOptions.Builder options) {
    return StartupReport.of(options.build()).text();
  }
}

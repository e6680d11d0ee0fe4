package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalClerkTest {

  @Test
  @DisplayName("a development instance has keys that an application accepts as such")
  void development() {
    try (LocalClerk clerk = LocalClerk.start()) {
      assertThat(frontendApi(clerk.publishableKey(), "pk_test_"))
          .matches("local-clerk-\\d+\\.clerk\\.accounts\\.dev\\$");
      assertThat(clerk.secretKey()).matches("sk_test_\\w{42}");
      assertThat(clerk.issuer() + "$")
          .isEqualTo("https://" + frontendApi(clerk.publishableKey(), "pk_test_"));
      assertThat(clerk.environment())
          .containsEntry("CLERK_PUBLISHABLE_KEY", clerk.publishableKey())
          .containsEntry("CLERK_SECRET_KEY", clerk.secretKey())
          .containsEntry("CLERK_API_URL", clerk.apiUrl())
          .containsEntry("CLERK_PROXY_URL", clerk.proxyUrl())
          .containsEntry("CLERK_SIGN_IN_URL", clerk.proxyUrl() + "/sign-in")
          .containsEntry("CLERK_WEBHOOK_SIGNING_SECRET", clerk.webhookSigningSecret())
          .hasSize(6);
    }
  }

  @Test
  @DisplayName("a production instance has live keys")
  void production() {
    try (LocalClerk clerk = LocalClerk.builder().instance(InstanceType.PRODUCTION).start()) {
      assertThat(frontendApi(clerk.publishableKey(), "pk_live_")).isEqualTo("clerk.example.test$");
      assertThat(clerk.secretKey()).startsWith("sk_live_");
      assertThat(clerk.session(ADA).cookies()).doesNotContainKey("__clerk_db_jwt");
    }
  }

  @Test
  @DisplayName("the cookie suffix is Clerk's: eight characters of a hash of the publishable key")
  void cookieSuffix() {
    Instance instance =
        new Instance(
            InstanceType.PRODUCTION,
            "clerk.example.com",
            "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k",
            "",
            "",
            "");

    assertThat(instance.cookieSuffix()).isEqualTo("naoXFJnI");
  }

  @Test
  @DisplayName("every start has another secret key and another signing key")
  void differentEachTime() {
    try (LocalClerk one = LocalClerk.start();
        LocalClerk other = LocalClerk.start()) {
      assertThat(one.secretKey()).isNotEqualTo(other.secretKey());
      assertThat(one.jwtKey()).isNotEqualTo(other.jwtKey());
      assertThat(one.publishableKey()).isNotEqualTo(other.publishableKey());
    }
  }

  @Test
  @DisplayName("after close no thread is left, not even one that waits in a fault")
  void noThreadsLeft() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    LocalClerk clerk = LocalClerk.start();
    clerk.delayJwks(Duration.ofHours(1));
    CompletableFuture<?> waiting =
        CompletableFuture.runAsync(() -> Http.get(clerk.apiUrl() + "/v1/jwks"));
    while (clerk.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    clerk.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .filteredOn(Thread::isAlive)
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("LocalClerk") || name.contains("Dispatcher"));
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(UncheckedIOException.class);
  }

  @Test
  @DisplayName("after close the port is free again, and closing twice is harmless")
  void portIsFree() {
    LocalClerk clerk = LocalClerk.start();
    int port = Integer.parseInt(clerk.apiUrl().replaceAll(".*:", ""));
    clerk.close();
    clerk.close();

    try (LocalClerk next = LocalClerk.builder().port(port).start()) {
      assertThat(next.publishableKey()).isEqualTo(clerk.publishableKey());
    }
  }

  @Test
  @DisplayName("nothing prints a secret")
  void noSecrets() {
    try (LocalClerk clerk = LocalClerk.start()) {
      Session session = clerk.session(ADA);

      assertThat(clerk + " " + session + " " + session.tokenBuilder() + " " + ADA)
          .doesNotContain(clerk.secretKey(), clerk.webhookSigningSecret(), ADA.password(), "eyJ");
    }
  }

  private static String frontendApi(String publishableKey, String prefix) {
    assertThat(publishableKey).startsWith(prefix);
    return new String(
        Base64.getDecoder().decode(publishableKey.substring(prefix.length())),
        StandardCharsets.UTF_8);
  }
}

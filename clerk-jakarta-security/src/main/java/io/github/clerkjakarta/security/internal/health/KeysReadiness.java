package io.github.clerkjakarta.security.internal.health;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.token.KeyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * An application is ready once there are keys for each of its Clerk instances, be they the last
 * good ones while Clerk can't be asked.
 */
@Readiness
@ApplicationScoped
public class KeysReadiness implements HealthCheck {

  private static final String NAME = "clerk-keys";

  private volatile @Nullable ServletContext application;

  /** For CDI. */
  public KeysReadiness() {}

  /** Says which application it is about. */
  void isAbout(ServletContext started) {
    application = started;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME);
    Optional<ContextAuthentication> open =
        Optional.ofNullable(application).flatMap(ContextAuthentication::existing);
    if (open.isEmpty()) {
      return response.down().withData("filter", "not open").build();
    }
    Map<String, KeyStatus> keys = open.get().keyStatus();
    keys.forEach((instance, status) -> describe(instance, status, response));
    return response.status(keys.values().stream().allMatch(KeyStatus::isAtHand)).build();
  }

  private static void describe(
      String instance, KeyStatus status, HealthCheckResponseBuilder response) {
    String prefix = instance.isEmpty() ? "" : instance + ".";
    response.withData(prefix + "keys", status.state().name().toLowerCase(Locale.ROOT));
    if (status.state() == KeyStatus.State.FRESH || status.state() == KeyStatus.State.STALE) {
      response.withData(prefix + "ageSeconds", status.age().toSeconds());
    }
    if (status.state() == KeyStatus.State.STALE) {
      response.withData(prefix + "leftSeconds", status.left().toSeconds());
    }
  }
}

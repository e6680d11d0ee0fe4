package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.ShownValue;
import io.github.clerkjakarta.internal.settings.UrlForms;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is worth one line in the log when an application starts: which Clerk instance it belongs to,
 * where the keys come from, and what isn't ready for production. It holds no secret.
 *
 * @param level {@code WARNING} when a production instance isn't ready for production, else {@code
 *     INFO}
 * @param text the line
 */
public record StartupReport(Level level, String text) {

  private static final String PAGE = "docs/going-to-production.md";
  private static final Duration LARGE_SKEW = Duration.ofMinutes(1);

  /** The report on these options. */
  public static StartupReport of(ClerkOptions options) {
    Optional<PublishableKey> key = options.instanceKey();
    boolean production = key.filter(k -> !k.isDevelopment()).isPresent();
    List<String> open = notReady(options, production);
    String text =
        "Clerk: "
            + key.map(k -> instance(k, production)).orElse("no known instance")
            + "; tokens are verified with "
            + keys(options)
            + (open.isEmpty()
                ? "."
                : ". Not ready for production: " + String.join("; ", open) + ".");
    return new StartupReport(production && !open.isEmpty() ? Level.WARNING : Level.INFO, text);
  }

  private static String instance(PublishableKey key, boolean production) {
    return (production ? "production" : "development")
        + " instance "
        + ShownValue.line(key.frontendApi());
  }

  private static String keys(ClerkOptions options) {
    if (options.jwtKey().isPresent()) {
      return "the PEM key of "
          + Setting.JWT_KEY.label()
          + (options.networkless() ? ", without the Backend API" : "");
    }
    String api = options.apiUrl();
    return "the keys of "
        + (api.endsWith("/") ? api : api + "/")
        + options.apiVersion()
        + "/jwks"
        + (options.skipJwksCache() ? ", fetched for each request" : "");
  }

  private static List<String> notReady(ClerkOptions options, boolean production) {
    List<String> open = new ArrayList<>();
    if (!production) {
      open.add("a development instance is for building and testing" + see("keys"));
    }
    if (options.authorizedParties().isEmpty()) {
      open.add(
          "set "
              + Setting.AUTHORIZED_PARTIES.label()
              + " to the origins of this application, so that sessions of other applications on"
              + " the same domain aren't accepted (who has a session token without azp is then"
              + " signed out: it is safe once the application has run for a day without a warning of"
              + " such a token)"
              + see("authorized-parties"));
    }
    if (options.publicUrl().isEmpty() && options.forwardedHeaders() != ForwardedHeaders.IGNORED) {
      open.add(
          "set "
              + Setting.PUBLIC_URL.label()
              + " to the origin that browsers see, because what X-Forwarded-Host says is believed"
              + see("public-url"));
    }
    if (options.publicUrl().filter(UrlForms::isInTheClear).isPresent()) {
      open.add("serve " + Setting.PUBLIC_URL.label() + " by https" + see("public-url"));
    }
    if (options.skipJwksCache()) {
      open.add("unset " + Setting.SKIP_JWKS_CACHE.label() + see("keys"));
    }
    if (options.clockSkew().compareTo(LARGE_SKEW) > 0) {
      open.add(
          "lower "
              + Setting.CLOCK_SKEW.label()
              + ", for so long expired tokens are accepted"
              + see("clocks"));
    }
    return open;
  }

  /** Where it is explained. */
  private static String see(String section) {
    return " [" + PAGE + "#" + section + "]";
  }
}

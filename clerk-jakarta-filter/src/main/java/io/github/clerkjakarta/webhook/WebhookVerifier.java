package io.github.clerkjakarta.webhook;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells webhooks of Clerk's from requests of anybody else, by the secret that both know.
 * Thread-safe.
 *
 * <pre>{@code
 * byte[] body = request.getInputStream().readAllBytes();
 * WebhookEvent event = verifier.verify(body, request::getHeader);
 * }</pre>
 *
 * <p>It has to be the body as it came, byte for byte: JSON that was read and written again has
 * another signature. {@link WebhookServlet} sees to that, and to answering as Clerk expects it.
 *
 * @see <a href="https://clerk.com/docs/guides/development/webhooks/overview">Clerk: webhooks</a>
 */
public final class WebhookVerifier {

  private final List<SigningSecret> secrets;
  private final TimeSource time;

  private WebhookVerifier(List<SigningSecret> secrets, TimeSource time) {
    this.secrets = secrets;
    this.time = time;
  }

  /**
   * A verifier by these signing secrets ({@code whsec_…}) from the Webhooks page of the Clerk
   * Dashboard: while one is being replaced, the old and the new one.
   *
   * @throws ClerkConfigurationException when there is none, or one can't be right
   */
  public static WebhookVerifier of(String... signingSecrets) {
    return at(TimeSource.SYSTEM, signingSecrets);
  }

  /**
   * A verifier by {@code clerk.webhookSigningSecret} ({@code CLERK_WEBHOOK_SIGNING_SECRET}) in the
   * first of these sources that has it: one secret, or several with commas between them.
   *
   * @throws ClerkConfigurationException when there is none, or one can't be right
   */
  public static WebhookVerifier from(List<ConfigurationSource> sources) {
    return of(
        SettingValues.find(Setting.WEBHOOK_SIGNING_SECRET, sources)
            .orElse(List.of())
            .toArray(String[]::new));
  }

  static WebhookVerifier at(TimeSource time, String... signingSecrets) {
    try {
      List<SigningSecret> secrets =
          Arrays.stream(signingSecrets).map(String::strip).map(SigningSecret::new).toList();
      if (!secrets.isEmpty()) {
        return new WebhookVerifier(secrets, time);
      }
    } catch (IllegalArgumentException e) {
      // the same sentence as for none
    }
    throw new ClerkConfigurationException(
        "Set "
            + Setting.WEBHOOK_SIGNING_SECRET.label()
            + " to the signing secret (whsec_…) of the endpoint, from"
            + " the Webhooks page of the Clerk Dashboard, all of it; of several, with commas between"
            + " them.");
  }

  /**
   * The event that a request tells of.
   *
   * @param body the body as it came, byte for byte
   * @param headers the value of a header by its name, null without one; {@code request::getHeader}
   * @throws WebhookVerificationException when Clerk didn't send it, or not within the last five
   *     minutes, or when it is no JSON
   */
  public WebhookEvent verify(byte[] body, Function<String, @Nullable String> headers)
      throws WebhookVerificationException {
    return verify(body, readHeaders(headers));
  }

  /** Refuses by its headers alone what will never verify, so that nobody has to read the body. */
  SignedHeaders readHeaders(Function<String, @Nullable String> headers)
      throws WebhookVerificationException {
    return SignedHeaders.read(headers, time.currentTimeMillis());
  }

  WebhookEvent verify(byte[] body, SignedHeaders headers) throws WebhookVerificationException {
    boolean signed = false;
    for (SigningSecret secret : secrets) {
      signed |= secret.signed(headers.id(), headers.timestamp(), body, headers.signatures());
    }
    if (!signed) {
      throw WebhookVerificationException.unverifiable("No matching signature found");
    }
    return WebhookEvent.read(headers.id(), body)
        .orElseThrow(
            () -> WebhookVerificationException.unverifiable("The body is not an event in JSON"));
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "WebhookVerifier";
  }
}

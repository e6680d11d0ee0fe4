package io.github.clerkjakarta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an application can't be deployed with. These faults are found here and not when options are
 * built, because options may be built for other purposes than to serve an application.
 */
final class DeploymentCheck {

  private static final String DASHBOARD = " from the API keys page of the Clerk Dashboard";

  private final OptionValues options;
  private final List<String> faults = new ArrayList<>();

  private DeploymentCheck(OptionValues options) {
    this.options = options;
  }

  /** One sentence for each fault, which says what to set; none shows a key. */
  static List<String> faults(OptionValues options) {
    DeploymentCheck check = new DeploymentCheck(options);
    check.publishableKey();
    check.secretKey();
    check.sameInstance();
    check.otherKeys();
    check.satellite();
    check.addresses();
    return check.faults;
  }

  private void publishableKey() {
    Optional<String> key = options.find(ClerkOption.PUBLISHABLE_KEY);
    String right = " the publishable key (pk_test_… or pk_live_…)" + DASHBOARD;
    if (key.isEmpty()) {
      set(ClerkOption.PUBLISHABLE_KEY, right);
    } else if (isSecretKey(key.get())) {
      set(ClerkOption.PUBLISHABLE_KEY, right + "; what it holds now is a secret key");
    } else if (PublishableKey.parse(key.get()).isEmpty()) {
      set(ClerkOption.PUBLISHABLE_KEY, right + ", all of it; what it holds now is not one");
    }
  }

  private void secretKey() {
    Optional<String> key = options.find(ClerkOption.SECRET_KEY);
    String right = " the secret key (sk_test_… or sk_live_…)" + DASHBOARD;
    if (key.isEmpty()) {
      missingSecretKey(right);
    } else if (isPublishableKey(key.get())) {
      set(ClerkOption.SECRET_KEY, right + "; what it holds now is a publishable key");
    } else if (!isSecretKey(key.get())) {
      set(ClerkOption.SECRET_KEY, right + ", all of it; what it holds now is not one");
    }
  }

  private void missingSecretKey(String right) {
    if (!options.get(ClerkOption.NETWORKLESS)) {
      set(
          ClerkOption.SECRET_KEY,
          right
              + "; to do without, set "
              + ClerkOption.NETWORKLESS.label()
              + " to true and "
              + ClerkOption.JWT_KEY.label()
              + " to the instance's public key");
    } else if (options.find(ClerkOption.JWT_KEY).isEmpty()) {
      set(
          ClerkOption.JWT_KEY,
          " the instance's public key in PEM form, because "
              + ClerkOption.NETWORKLESS.label()
              + " does without the Backend API");
    }
  }

  private void sameInstance() {
    Optional<Boolean> publishable =
        options.find(ClerkOption.PUBLISHABLE_KEY).flatMap(DeploymentCheck::isLive);
    Optional<Boolean> secret =
        options.find(ClerkOption.SECRET_KEY).flatMap(DeploymentCheck::isLive);
    if (publishable.isPresent() && secret.isPresent() && !publishable.equals(secret)) {
      faults.add(
          "Set "
              + ClerkOption.PUBLISHABLE_KEY.label()
              + " and "
              + ClerkOption.SECRET_KEY.label()
              + " to keys of the same instance; now the publishable key is a "
              + (publishable.get() ? "live" : "test")
              + " key and the secret key a "
              + (secret.get() ? "live" : "test")
              + " key.");
    }
  }

  private void otherKeys() {
    options
        .find(ClerkOption.MACHINE_SECRET_KEY)
        .filter(DeploymentCheck::isKeyOfInstance)
        .ifPresent(
            key ->
                set(
                    ClerkOption.MACHINE_SECRET_KEY,
                    " the secret key of a machine (ak_…); what it holds now is a key of the"
                        + " instance"));
    options
        .find(ClerkOption.JWT_KEY)
        .filter(DeploymentCheck::isKeyOfInstance)
        .ifPresent(
            key ->
                set(
                    ClerkOption.JWT_KEY,
                    " the instance's public key in PEM form; what it holds now is another kind of"
                        + " key"));
  }

  private void satellite() {
    if (!options.get(ClerkOption.SATELLITE)) {
      return;
    }
    if (options.find(ClerkOption.DOMAIN).isEmpty()
        && options.find(ClerkOption.PROXY_URL).isEmpty()) {
      faults.add(
          "Set "
              + ClerkOption.DOMAIN.label()
              + " or "
              + ClerkOption.PROXY_URL.label()
              + ", because this application is a satellite.");
    }
    boolean development =
        options
            .find(ClerkOption.PUBLISHABLE_KEY)
            .flatMap(DeploymentCheck::isLive)
            .filter(live -> !live)
            .isPresent();
    boolean needsPage = development || options.find(ClerkOption.SIGN_IN_URL).isPresent();
    if (needsPage && options.find(ClerkOption.SIGN_IN_URL).filter(UrlForms::isWeb).isEmpty()) {
      set(
          ClerkOption.SIGN_IN_URL,
          " the whole address of the primary application's sign-in page, because this application"
              + " is a satellite");
    }
  }

  private void addresses() {
    check(
        ClerkOption.PROXY_URL,
        options.find(ClerkOption.PROXY_URL),
        UrlForms::isProxy,
        " an https:// or http:// address, or to a path that starts with /");
    check(
        ClerkOption.DOMAIN,
        options.find(ClerkOption.DOMAIN),
        UrlForms::isHost,
        " a host without scheme and path, such as satellite.example");
    check(
        ClerkOption.AUTHORIZED_PARTIES,
        options.get(ClerkOption.AUTHORIZED_PARTIES).stream()
            .filter(party -> !UrlForms.isAuthorizedParty(party))
            .findFirst(),
        party -> false,
        " origins without a path, such as https://app.example");
  }

  private void check(
      ClerkOption<?> option, Optional<String> value, Predicate<String> right, String form) {
    value
        .filter(right.negate())
        .ifPresent(wrong -> set(option, form + "; now it says " + ShownValue.of(wrong)));
  }

  private void set(ClerkOption<?> option, String rest) {
    faults.add("Set " + option.label() + " to" + rest + ".");
  }

  /** Whether a key is for production; empty when it isn't a key of an instance. */
  private static Optional<Boolean> isLive(String key) {
    return isKeyOfInstance(key)
        ? Optional.of(key.startsWith("live_") || key.startsWith("live_", "sk_".length()))
        : Optional.empty();
  }

  private static boolean isKeyOfInstance(String key) {
    return isSecretKey(key) || isPublishableKey(key);
  }

  private static boolean isPublishableKey(String key) {
    return key.matches("pk_(test|live)_.*");
  }

  /** Keys of the oldest instances have no {@code sk_}. */
  private static boolean isSecretKey(String key) {
    return key.matches("(sk_)?(test|live)_[\\x21-\\x7e]+");
  }
}

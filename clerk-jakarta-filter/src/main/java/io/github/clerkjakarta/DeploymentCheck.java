package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.internal.settings.ShownValue;
import io.github.clerkjakarta.internal.settings.UrlForms;
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

  private final SettingValues options;
  private final List<String> faults = new ArrayList<>();

  private DeploymentCheck(SettingValues options) {
    this.options = options;
  }

  /** One sentence for each fault, which says what to set; none shows a key. */
  static List<String> faults(SettingValues options) {
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
    Optional<String> key = options.find(Setting.PUBLISHABLE_KEY);
    String right = " the publishable key (pk_test_… or pk_live_…)" + DASHBOARD;
    if (key.isEmpty()) {
      set(Setting.PUBLISHABLE_KEY, right);
    } else if (isSecretKey(key.get())) {
      set(Setting.PUBLISHABLE_KEY, right + "; what it holds now is a secret key");
    } else if (PublishableKey.parse(key.get()).isEmpty()) {
      set(Setting.PUBLISHABLE_KEY, right + ", all of it; what it holds now is not one");
    }
  }

  private void secretKey() {
    Optional<String> key = options.find(Setting.SECRET_KEY);
    String right = " the secret key (sk_test_… or sk_live_…)" + DASHBOARD;
    if (key.isEmpty()) {
      missingSecretKey(right);
    } else if (isPublishableKey(key.get())) {
      set(Setting.SECRET_KEY, right + "; what it holds now is a publishable key");
    } else if (!isSecretKey(key.get())) {
      set(Setting.SECRET_KEY, right + ", all of it; what it holds now is not one");
    }
  }

  private void missingSecretKey(String right) {
    if (!options.get(Setting.NETWORKLESS)) {
      set(
          Setting.SECRET_KEY,
          right
              + "; to do without, set "
              + Setting.NETWORKLESS.label()
              + " to true and "
              + Setting.JWT_KEY.label()
              + " to the instance's public key");
    } else if (options.find(Setting.JWT_KEY).isEmpty()) {
      set(
          Setting.JWT_KEY,
          " the instance's public key in PEM form, because "
              + Setting.NETWORKLESS.label()
              + " does without the Backend API");
    }
  }

  private void sameInstance() {
    Optional<Boolean> publishable =
        options.find(Setting.PUBLISHABLE_KEY).flatMap(DeploymentCheck::isLive);
    Optional<Boolean> secret = options.find(Setting.SECRET_KEY).flatMap(DeploymentCheck::isLive);
    if (publishable.isPresent() && secret.isPresent() && !publishable.equals(secret)) {
      faults.add(
          "Set "
              + Setting.PUBLISHABLE_KEY.label()
              + " and "
              + Setting.SECRET_KEY.label()
              + " to keys of the same instance; now the publishable key is a "
              + (publishable.get() ? "live" : "test")
              + " key and the secret key a "
              + (secret.get() ? "live" : "test")
              + " key.");
    }
  }

  private void otherKeys() {
    options
        .find(Setting.MACHINE_SECRET_KEY)
        .filter(DeploymentCheck::isKeyOfInstance)
        .ifPresent(
            key ->
                set(
                    Setting.MACHINE_SECRET_KEY,
                    " the secret key of a machine (ak_…); what it holds now is a key of the"
                        + " instance"));
    options
        .find(Setting.JWT_KEY)
        .filter(DeploymentCheck::isKeyOfInstance)
        .ifPresent(
            key ->
                set(
                    Setting.JWT_KEY,
                    " the instance's public key in PEM form; what it holds now is another kind of"
                        + " key"));
  }

  private void satellite() {
    if (!options.get(Setting.SATELLITE)) {
      return;
    }
    if (options.find(Setting.DOMAIN).isEmpty() && options.find(Setting.PROXY_URL).isEmpty()) {
      faults.add(
          "Set "
              + Setting.DOMAIN.label()
              + " or "
              + Setting.PROXY_URL.label()
              + ", because this application is a satellite.");
    }
    boolean development =
        options
            .find(Setting.PUBLISHABLE_KEY)
            .flatMap(DeploymentCheck::isLive)
            .filter(live -> !live)
            .isPresent();
    boolean needsPage = development || options.find(Setting.SIGN_IN_URL).isPresent();
    if (needsPage && options.find(Setting.SIGN_IN_URL).filter(UrlForms::isWeb).isEmpty()) {
      set(
          Setting.SIGN_IN_URL,
          " the whole address of the primary application's sign-in page, because this application"
              + " is a satellite");
    }
  }

  private void addresses() {
    check(
        Setting.PROXY_URL,
        options.find(Setting.PROXY_URL),
        UrlForms::isProxy,
        " an https:// or http:// address, or to a path that starts with /");
    check(
        Setting.DOMAIN,
        options.find(Setting.DOMAIN),
        UrlForms::isHost,
        " a host without scheme and path, such as satellite.example");
  }

  private void check(
      Setting<?> option, Optional<String> value, Predicate<String> right, String form) {
    value
        .filter(right.negate())
        .ifPresent(wrong -> set(option, form + "; now it says " + ShownValue.of(wrong)));
  }

  private void set(Setting<?> option, String rest) {
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

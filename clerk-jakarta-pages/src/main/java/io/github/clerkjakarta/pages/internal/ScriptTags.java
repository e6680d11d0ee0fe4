package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scripts of a page: ClerkJS, its components, and ours, which loads them with what it finds in
 * attributes of its element, so that nothing on the page itself is a script.
 */
final class ScriptTags {

  static final String ATTRIBUTES =
      "nonce jsUrl jsVersion uiUrl uiVersion ui? follow? telemetry? options{} appearance{}"
          + " localization{}";

  private static final Set<String> NO_OPTIONS =
      Set.of("nonce", "jsUrl", "jsVersion", "uiUrl", "uiVersion", "ui", "follow", "telemetry");

  private ScriptTags() {}

  static Markup markup(PageInstance instance, TagAttributes attributes) {
    RequestSettings settings = instance.options();
    Optional<String> nonce = attributes.text("nonce").or(instance.nonce());
    StringBuilder html = new StringBuilder();
    if (!attributes.isOff("ui")) {
      html.append(remote(uiUrl(instance, attributes), nonce)).append("</script>\n");
    }
    Html clerkJs = remote(jsUrl(instance, attributes), nonce);
    settings
        .publishableKey()
        .ifPresent(key -> clerkJs.attribute("data-clerk-publishable-key", key));
    settings
        .proxyUrl()
        .filter(url -> !url.isEmpty())
        .ifPresent(url -> clerkJs.attribute("data-clerk-proxy-url", url));
    instance.satelliteDomain().ifPresent(domain -> clerkJs.attribute("data-clerk-domain", domain));
    html.append(clerkJs).append("</script>\n");
    Html ours = script(instance.contextPath() + PageResource.SCRIPT.address(), nonce);
    if (attributes.isOff("follow")) {
      ours.attribute("data-clerk-stays");
    }
    ours.attribute("data-clerk-options", JsonValues.write(options(instance, attributes)))
        .attribute("data-clerk-rendered", JsonValues.write(rendered(instance)));
    return Markup.of(html.append(ours).append("</script>").toString());
  }

  private static String uiUrl(PageInstance instance, TagAttributes attributes) {
    return attributes
        .text("uiUrl")
        .or(() -> attributes.text("uiVersion").map(version -> instance.script("ui", version, "ui")))
        .orElseGet(instance::uiUrl);
  }

  private static String jsUrl(PageInstance instance, TagAttributes attributes) {
    return attributes
        .text("jsUrl")
        .or(
            () ->
                attributes
                    .text("jsVersion")
                    .map(version -> instance.script("clerk-js", version, "clerk")))
        .orElseGet(instance::jsUrl);
  }

  private static Html remote(String address, Optional<String> nonce) {
    return script(address, nonce).attribute("crossorigin", "anonymous");
  }

  private static Html script(String address, Optional<String> nonce) {
    Html script = Html.element("script").attribute("defer").attribute("src", address);
    nonce.ifPresent(value -> script.attribute("nonce", value));
    return script;
  }

  /** What {@code Clerk.load} gets; the tag counts more than the settings. */
  private static Map<String, Object> options(PageInstance instance, TagAttributes attributes) {
    RequestSettings settings = instance.options();
    Map<String, Object> options = new LinkedHashMap<>();
    put(options, "signInUrl", settings.signInUrl(), instance);
    put(options, "signUpUrl", settings.signUpUrl(), instance);
    put(options, "signInForceRedirectUrl", settings.signInForceRedirectUrl(), instance);
    put(options, "signUpForceRedirectUrl", settings.signUpForceRedirectUrl(), instance);
    put(
        options,
        "signInFallbackRedirectUrl",
        settings.signInFallbackRedirectUrl().or(settings::afterSignInUrl),
        instance);
    put(
        options,
        "signUpFallbackRedirectUrl",
        settings.signUpFallbackRedirectUrl().or(settings::afterSignUpUrl),
        instance);
    if (!settings.allowedRedirectOrigins().isEmpty()) {
      options.put("allowedRedirectOrigins", settings.allowedRedirectOrigins());
    }
    if (settings.satellite()) {
      options.put("isSatellite", true);
      options.put("satelliteAutoSync", settings.satelliteAutoSync());
    }
    if (!attributes.isOn("telemetry")) {
      options.put("telemetry", false);
    }
    options.putAll(attributes.props("options", NO_OPTIONS));
    return options;
  }

  private static void put(
      Map<String, Object> options, String name, Optional<String> page, PageInstance instance) {
    page.filter(it -> !it.isEmpty()).ifPresent(it -> options.put(name, instance.address(it)));
  }

  /** Who the page was made for; a person with a task to do is somebody for ClerkJS. */
  private static Map<String, Object> rendered(PageInstance instance) {
    Auth auth = instance.state().auth(PendingSessions.ALLOWED);
    Map<String, Object> rendered = new LinkedHashMap<>();
    auth.userId().ifPresent(id -> rendered.put("user", id));
    auth.sessionId().ifPresent(id -> rendered.put("session", id));
    auth.orgId().ifPresent(id -> rendered.put("organization", id));
    auth.sessionId().ifPresent(id -> rendered.put("status", auth.sessionStatus().orElse("active")));
    return rendered;
  }
}

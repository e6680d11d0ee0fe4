package io.github.clerkjakarta.internal.csp;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ContentSecurityPolicy;
import io.github.clerkjakarta.internal.settings.DirectiveText;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.ShownValue;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The policy of one Clerk instance, as its settings want it. Thread-safe. */
public final class InstancePolicy {

  private static final String HEADER = "Content-Security-Policy";
  private static final String ENDPOINT = "csp-endpoint";

  private final boolean strict;
  private final String header;
  private final Optional<String> reportTo;
  private final MergedPolicy merged;
  private final String withoutNonce;
  private final PolicyReader reader = new PolicyReader();

  private InstancePolicy(ClerkOptions options, Map<String, List<String>> needed) {
    this.strict = options.contentSecurityPolicy() == ContentSecurityPolicy.STRICT;
    this.header = options.contentSecurityPolicyReportOnly() ? HEADER + "-Report-Only" : HEADER;
    this.reportTo = options.contentSecurityPolicyReportTo();
    this.merged =
        new MergedPolicy(
            ClerkSources.usual(strict),
            CustomDirectives.with(needed, options.contentSecurityPolicyDirectives()),
            reportTo.map(url -> ENDPOINT));
    this.withoutNonce = merged.alone().toString();
  }

  /**
   * The policy of an instance; empty where it has none.
   *
   * @param scripts where browsers load Clerk's scripts from, if that is set
   * @param pages where people sign in
   * @throws ClerkConfigurationException when there can be no such policy
   */
  public static Optional<InstancePolicy> of(
      ClerkOptions options, List<String> scripts, List<String> pages) {
    if (options.contentSecurityPolicy() == ContentSecurityPolicy.OFF) {
      requireNothingElse(options);
      return Optional.empty();
    }
    Map<String, List<String>> needed =
        ClerkSources.needed(
            sources(List.of(frontendApi(options))), sources(scripts), sources(pages));
    InstancePolicy policy = new InstancePolicy(options, needed);
    OwnPolicy.fault(policy.withoutNonce)
        .ifPresent(
            fault -> {
              throw new ClerkConfigurationException(
                  "Set "
                      + Setting.CONTENT_SECURITY_POLICY_DIRECTIVES.label()
                      + " to directives that browsers understand. "
                      + ShownValue.line(fault)
                      + ".");
            });
    return Optional.of(policy);
  }

  /** Whoever says what a policy is to do believes that there is one. */
  private static void requireNothingElse(ClerkOptions options) {
    if (!options.contentSecurityPolicyDirectives().isEmpty()
        || options.contentSecurityPolicyReportOnly()
        || options.contentSecurityPolicyReportTo().isPresent()) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.CONTENT_SECURITY_POLICY.label()
              + " to default or strict, for other settings say what the policy is to do, and it is"
              + " off.");
    }
  }

  private static String frontendApi(ClerkOptions options) {
    return options
        .proxyUrl()
        .filter(url -> !url.isEmpty())
        .or(() -> options.frontendApiHost().map("https://"::concat))
        .orElseThrow(
            () ->
                new ClerkConfigurationException(
                    "Set "
                        + Setting.PUBLISHABLE_KEY.label()
                        + ", for the Content Security Policy names its Frontend API."));
  }

  /** The origins of addresses; a path is at the application's own, which needs no name. */
  private static List<String> sources(List<String> addresses) {
    return addresses.stream().flatMap(address -> source(address).stream()).distinct().toList();
  }

  private static Optional<String> source(String address) {
    if (address.startsWith("/") || address.startsWith("~/")) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(WebUrl.parse(address))
            .map(WebUrl::origin)
            .filter(origin -> DirectiveText.areValues(List.of(origin)) && !origin.contains("'"))
            .orElseThrow(
                () ->
                    new ClerkConfigurationException(
                        "A Content Security Policy can't name "
                            + ShownValue.of(address)
                            + ", where Clerk would be. Check "
                            + Stream.of(
                                    Setting.PUBLISHABLE_KEY,
                                    Setting.DOMAIN,
                                    Setting.PROXY_URL,
                                    Setting.SIGN_IN_URL,
                                    Setting.JS_URL)
                                .map(Setting::label)
                                .reduce((all, one) -> all + ", " + one)
                                .orElseThrow()
                            + ".")));
  }

  /** The header that holds it. */
  String header() {
    return header;
  }

  /** What {@code Reporting-Endpoints} says; empty where nobody wants reports. */
  Optional<String> reportingEndpoint() {
    return reportTo.map(url -> ENDPOINT + "=\"" + url + "\"");
  }

  /** Whether scripts need a nonce. */
  boolean isStrict() {
    return strict;
  }

  /** The policy of a response, where the application has none. */
  String alone(Nonce nonce) {
    return strict ? merged.with(nonce.sources()).alone().toString() : withoutNonce;
  }

  /** The application's own policies, in which Clerk works. */
  String mergedWith(List<String> own, Nonce nonce) {
    List<OwnPolicy> policies = reader.read(own);
    if (policies.isEmpty()) {
      return alone(nonce);
    }
    return (strict ? merged.with(nonce.sources()) : merged).of(policies);
  }
}

package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClaimName;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.security.internal.identity.CallerRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how callers are named and grouped. */
@ApplicationScoped
public class CallerSettings {

  static final String NAME_CLAIM = "clerk.security.callerNameClaim";
  static final String GROUP_CLAIMS = "clerk.security.groupClaims";
  static final String ROLES = "clerk.roles.";

  /** What Clerk's own groups begin with: a claim of that name could be mistaken for them. */
  private static final Set<String> RESERVED = Set.of("org", "feature", "plan", "scope");

  private volatile @Nullable CallerRules rules;

  /** For CDI. */
  public CallerSettings() {}

  /** The rules of this application, which were read when it started. */
  @Produces
  @Dependent
  CallerRules rules() {
    return Optional.ofNullable(rules)
        .orElseThrow(() -> new IllegalStateException("This application hasn't started yet."));
  }

  /**
   * Reads the rules of an application.
   *
   * @throws ClerkConfigurationException when a setting is wrong
   */
  public void read(ServletContext context) {
    rules = rules(Settings.of(context), mappedRoles(context));
  }

  static CallerRules rules(Settings settings, Set<String> mappedRoles) {
    Map<String, Set<String>> roles = new LinkedHashMap<>();
    for (String role : mappedRoles) {
      settings.value(ROLES + role).ifPresent(groups -> roles.put(role, Set.copyOf(list(groups))));
    }
    return new CallerRules(
        settings.value(NAME_CLAIM).map(name -> claim(NAME_CLAIM, name)),
        groupClaims(settings).stream().map(name -> claim(GROUP_CLAIMS, name)).toList(),
        roles);
  }

  /** A claim {@code org:invoices} with the value {@code create} would be a permission. */
  private static List<String> groupClaims(Settings settings) {
    List<String> claims = settings.value(GROUP_CLAIMS).map(CallerSettings::list).orElse(List.of());
    if (claims.stream().map(claim -> claim.split(":", 2)[0]).anyMatch(RESERVED::contains)) {
      throw new ClerkConfigurationException(
          "Set "
              + GROUP_CLAIMS
              + " to claims other than org, feature, plan and scope, and other than those that"
              + " begin with one of them and a colon.");
    }
    return claims;
  }

  private static ClaimName claim(String setting, String name) {
    try {
      return ClaimName.of(name.strip());
    } catch (IllegalArgumentException e) {
      throw new ClerkConfigurationException("Set " + setting + " anew: " + e.getMessage(), e);
    }
  }

  /** The names that are mapped to groups, wherever that is written. */
  public static Set<String> mappedRoles(ServletContext context) {
    return Stream.of(
            ApplicationSettings.defined().map(DefinedSettings::names).orElse(Set.of()),
            Collections.list(context.getInitParameterNames()),
            MicroProfileConfig.names(context.getClassLoader()),
            System.getProperties().stringPropertyNames())
        .flatMap(Collection::stream)
        .filter(name -> name.startsWith(ROLES) && name.length() > ROLES.length())
        .map(name -> name.substring(ROLES.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }
}

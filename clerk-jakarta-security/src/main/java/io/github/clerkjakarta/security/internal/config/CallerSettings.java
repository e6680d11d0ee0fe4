package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClaimName;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.security.internal.identity.CallerRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how callers are named and grouped. */
@ApplicationScoped
public class CallerSettings {

  private static final String ROLES = Setting.ROLE.named("").property();

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
    rules = rules(Settings.of(context));
  }

  static CallerRules rules(Settings settings) {
    Map<String, Set<String>> roles = new LinkedHashMap<>();
    for (String role : mappedRoles(settings)) {
      List<String> groups = settings.get(Setting.ROLE.named(role));
      if (!groups.isEmpty()) {
        roles.put(role, Set.copyOf(groups));
      }
    }
    return new CallerRules(
        settings.find(Setting.CALLER_NAME_CLAIM).map(it -> claim(Setting.CALLER_NAME_CLAIM, it)),
        groupClaims(settings).stream().map(it -> claim(Setting.GROUP_CLAIMS, it)).toList(),
        roles);
  }

  /** A claim {@code org:invoices} with the value {@code create} would be a permission. */
  private static List<String> groupClaims(Settings settings) {
    List<String> claims = settings.get(Setting.GROUP_CLAIMS);
    if (claims.stream().map(claim -> claim.split(":", 2)[0]).anyMatch(RESERVED::contains)) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.GROUP_CLAIMS.property()
              + " to claims other than org, feature, plan and scope, and other than those that"
              + " begin with one of them and a colon.");
    }
    return claims;
  }

  private static ClaimName claim(Setting<?> setting, String name) {
    try {
      return ClaimName.of(name.strip());
    } catch (IllegalArgumentException e) {
      throw new ClerkConfigurationException(
          "Set " + setting.property() + " anew: " + e.getMessage(), e);
    }
  }

  /** The names that are mapped to groups, wherever that is written. */
  public static Set<String> mappedRoles(ServletContext context) {
    return mappedRoles(Settings.of(context));
  }

  private static Set<String> mappedRoles(Settings settings) {
    return settings.names().stream()
        .filter(name -> name.startsWith(ROLES) && name.length() > ROLES.length())
        .map(name -> name.substring(ROLES.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

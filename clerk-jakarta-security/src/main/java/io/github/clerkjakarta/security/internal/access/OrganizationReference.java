package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.access.NamedSegment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which organization an annotation means. */
sealed interface OrganizationReference {

  /** A name in braces. */
  Pattern NAME = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

  /** By its id or slug. */
  record Literal(String idOrSlug) implements OrganizationReference {
    @Override
    public Optional<String> in(CallSite site) {
      return Optional.of(idOrSlug);
    }
  }

  /** By the name of a parameter or of a part of the path. */
  record Named(String name) implements OrganizationReference {
    @Override
    public Optional<String> in(CallSite site) {
      return site.named(name);
    }
  }

  /** By a pattern of paths. */
  record InPath(NamedSegment segment) implements OrganizationReference {
    @Override
    public Optional<String> in(CallSite site) {
      return site.at(segment);
    }
  }

  /** The id or slug of the organization that a call is about; empty when that can't be told. */
  Optional<String> in(CallSite site);

  /**
   * Reads the text of an annotation.
   *
   * @throws ClerkConfigurationException when it means nothing
   */
  static OrganizationReference parse(String text) {
    if (text.startsWith("/")) {
      return new InPath(NamedSegment.parse(text));
    }
    Matcher name = NAME.matcher(text);
    if (name.matches()) {
      return new Named(name.group(1));
    }
    if (text.isBlank() || text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
      throw new ClerkConfigurationException(
          "Write the organization of @Protect as \"{slug}\", as \"/orgs/{slug}/**\", or as an id or"
              + " a slug; \""
              + text
              + "\" is none of them.");
    }
    return new Literal(text);
  }
}

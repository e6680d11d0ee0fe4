package io.github.clerkjakarta.internal.access;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.servlet.access.PathAccess;
import io.github.clerkjakarta.servlet.access.PathAccess.Admits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules as text, for configuration; {@code AccessRules.parse} says how they are written. */
public final class RuleText {

  private static final Pattern BETWEEN_RULES = Pattern.compile("[\\r\\n;]");
  private static final Pattern AND = Pattern.compile(" +and +");
  private static final String ACCEPTS = "accepts ";

  private RuleText() {}

  /**
   * The rules of a text, in its order.
   *
   * @throws ClerkConfigurationException when one can't be read; the message says which
   */
  public static List<PathRule> parse(String text) {
    return BETWEEN_RULES
        .splitAsStream(text)
        .map(String::strip)
        .filter(rule -> !rule.isEmpty())
        .map(RuleText::rule)
        .toList();
  }

  private static PathRule rule(String rule) {
    int equalsSign = rule.indexOf('=');
    if (equalsSign < 0) {
      throw invalid(rule, "write PATH = public, signed-in, nobody or a requirement");
    }
    String pattern = rule.substring(0, equalsSign).strip();
    List<String> parts = AND.splitAsStream(rule.substring(equalsSign + 1).strip()).toList();
    List<String> accepted = parts.stream().filter(part -> part.startsWith(ACCEPTS)).toList();
    if (accepted.size() > 1) {
      throw invalid(rule, "it says twice what it accepts");
    }
    List<String> asked = parts.stream().filter(part -> !part.startsWith(ACCEPTS)).toList();
    return PathRule.of(
        pattern,
        access(rule, asked, accepted.stream().findFirst().map(kinds -> kinds(rule, kinds))));
  }

  /** What a rule asks; where it only says which tokens it accepts, that there is one. */
  private static PathAccess access(
      String rule, List<String> asked, Optional<AcceptsToken> accepts) {
    Admits admits =
        switch (asked.size() == 1 ? asked.get(0) : "") {
          case "public" -> Admits.EVERYBODY;
          case "nobody" -> Admits.NOBODY;
          default -> Admits.CALLERS;
        };
    boolean requires =
        admits == Admits.CALLERS && !asked.isEmpty() && !asked.equals(List.of("signed-in"));
    List<Requirement> requirements =
        requires ? asked.stream().map(part -> requirement(rule, part)).toList() : List.of();
    return new PathAccess(admits, requirements, accepts);
  }

  private static AcceptsToken kinds(String rule, String part) {
    try {
      return AcceptsToken.parse(part.substring(ACCEPTS.length()));
    } catch (IllegalArgumentException e) {
      throw invalid(
          rule,
          "accepts is followed by any, or by session_token, api_key, m2m_token and oauth_token with"
              + " commas between them");
    }
  }

  private static Requirement requirement(String rule, String text) {
    String[] words = text.split("\\s+", -1);
    if (words.length != 2) {
      throw invalid(
          rule,
          "write signed-in for whoever is signed in, public, nobody, or a requirement of two words,"
              + " such as role org:admin");
    }
    return switch (words[0]) {
      case "role" -> Requirement.role(words[1]);
      case "permission" -> Requirement.permission(words[1]);
      case "feature" -> Requirement.feature(words[1]);
      case "plan" -> Requirement.plan(words[1]);
      case "scope" -> Requirement.scope(words[1]);
      case "organization" -> Requirement.organization(words[1]);
      case "claim" -> claim(rule, words[1]);
      case "reverification" -> Requirement.reverification(reverification(rule, words[1]));
      default ->
          throw invalid(rule, "there is no requirement '" + PrintableText.of(words[0]) + "'");
    };
  }

  private static Requirement claim(String rule, String text) {
    try {
      return Requirement.Claim.parse(text);
    } catch (IllegalArgumentException e) {
      throw invalid(
          rule,
          "a claim is written as in claim metadata.role=admin, and no name in braces"
              + " stands for its value");
    }
  }

  private static Reverification reverification(String rule, String preset) {
    return switch (preset) {
      case "strict_mfa" -> Reverification.STRICT_MFA;
      case "strict" -> Reverification.STRICT;
      case "moderate" -> Reverification.MODERATE;
      case "lax" -> Reverification.LAX;
      default -> throw invalid(rule, "reverification is strict_mfa, strict, moderate or lax");
    };
  }

  private static ClerkConfigurationException invalid(String rule, String why) {
    return new ClerkConfigurationException(
        "The access rule '" + PrintableText.of(rule) + "' can't be read: " + why + ".");
  }
}

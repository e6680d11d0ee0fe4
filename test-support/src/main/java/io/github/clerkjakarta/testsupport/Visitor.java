package io.github.clerkjakarta.testsupport;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;

import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.Optional;
import java.util.function.Function;

/** Those who call, each with what the application should make of them. */
public enum Visitor {
  NOBODY("nobody", Standing.UNKNOWN, clerk -> Optional.empty()),
  SIGNED_IN("signed in", Standing.WITHOUT_ROLE, clerk -> Optional.of(clerk.sessionToken(ADA))),
  MEMBER(
      "member without the role",
      Standing.WITHOUT_ROLE,
      clerk -> Optional.of(clerk.session(BEN).organization(ACME).token())),
  ADMIN(
      "admin",
      Standing.WITH_ROLE,
      clerk -> Optional.of(clerk.session(ADA).organization(ACME).token())),
  PENDING(
      "pending session",
      Standing.UNKNOWN,
      clerk -> Optional.of(clerk.session(ADA).organization(ACME).pending().token())),
  IMPERSONATED(
      "impersonated admin",
      Standing.WITH_ROLE,
      clerk ->
          Optional.of(
              clerk.session(ADA).organization(ACME).impersonatedBy("user_support").token())),
  EXPIRED(
      "expired token",
      Standing.UNKNOWN,
      clerk -> Optional.of(clerk.session(ADA).organization(ACME).tokenBuilder().expired().token())),
  FORGED(
      "signed by another key",
      Standing.UNKNOWN,
      clerk -> Optional.of(clerk.session(ADA).organization(ACME).tokenBuilder().forged().token()));

  private final String label;
  private final Standing standing;

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda above
  private final Function<LocalClerk, Optional<String>> token;

  Visitor(String label, Standing standing, Function<LocalClerk, Optional<String>> token) {
    this.label = label;
    this.standing = standing;
    this.token = token;
  }

  /** A new token of this visitor; empty for one who has none. */
  public Optional<String> token(LocalClerk clerk) {
    return token.apply(clerk);
  }

  /** The user id that applications should see. */
  public String callerName() {
    return standing == Standing.UNKNOWN ? "nobody" : this == MEMBER ? BEN.id() : ADA.id();
  }

  /** The status of what only the role may have. */
  public String guarded() {
    return switch (standing) {
      case UNKNOWN -> "401";
      case WITHOUT_ROLE -> "403";
      case WITH_ROLE -> "200";
    };
  }

  /** The status of a WebSocket upgrade that only the role may have. */
  public String upgraded() {
    return standing == Standing.WITH_ROLE ? "101" : guarded();
  }

  /** The status of what nobody may have. */
  public String closed() {
    return standing == Standing.UNKNOWN ? "401" : "403";
  }

  /** Whether the visitor has the role. */
  public String asked() {
    return "" + (standing == Standing.WITH_ROLE);
  }

  @Override
  public String toString() {
    return label;
  }

  /** What an application should make of a visitor. */
  private enum Standing {
    UNKNOWN,
    WITHOUT_ROLE,
    WITH_ROLE
  }
}

package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;

import io.github.clerkjakarta.testkit.LocalClerk;
import java.util.Optional;
import java.util.function.Function;

/** Those who call, each with what the application should make of them. */
enum Visitor {
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

  /** What an application should make of a visitor. */
  enum Standing {
    UNKNOWN,
    WITHOUT_ROLE,
    WITH_ROLE
  }

  private final String label;
  private final Standing standing;
  private final Function<LocalClerk, Optional<String>> token;

  Visitor(String label, Standing standing, Function<LocalClerk, Optional<String>> token) {
    this.label = label;
    this.standing = standing;
    this.token = token;
  }

  Standing standing() {
    return standing;
  }

  /** A new token of this visitor; empty for one who has none. */
  Optional<String> token(LocalClerk clerk) {
    return token.apply(clerk);
  }

  /** The user id that applications should see. */
  String callerName() {
    return standing == Standing.UNKNOWN ? "nobody" : this == MEMBER ? BEN.id() : ADA.id();
  }

  @Override
  public String toString() {
    return label;
  }
}

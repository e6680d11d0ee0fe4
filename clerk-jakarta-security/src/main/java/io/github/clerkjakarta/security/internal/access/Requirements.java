package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.security.Protect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a {@link Protect} asks of a caller.
 *
 * @param always what it asks of every call but reverification; may be empty
 * @param organization the organization that must be the active one
 * @param reverification how recently the person must have proved who they are
 */
record Requirements(
    List<Requirement> always,
    Optional<OrganizationReference> organization,
    Optional<Reverification> reverification) {

  static Requirements of(Protect protect) {
    List<Requirement> always = new ArrayList<>();
    add(always, protect.role(), Requirement::role);
    add(always, protect.permission(), Requirement::permission);
    add(always, protect.feature(), Requirement::feature);
    add(always, protect.plan(), Requirement::plan);
    add(always, protect.claim(), Requirements::claim);
    return new Requirements(
        List.copyOf(always),
        protect.organization().isEmpty()
            ? Optional.empty()
            : Optional.of(OrganizationReference.parse(protect.organization())),
        protect.reverification().reverification());
  }

  /**
   * Judges somebody who is signed in. A person can cure a missing reverification, and only that.
   */
  Verdict judge(Auth auth, CallSite site) {
    if (!always.stream().allMatch(auth::has) || !isInOrganization(auth, site)) {
      return new Verdict.Forbidden();
    }
    return reverification
        .filter(needed -> !auth.has(Requirement.reverification(needed)))
        .<Verdict>map(Verdict.NeedsReverification::new)
        .orElseGet(Verdict.Open::new);
  }

  private boolean isInOrganization(Auth auth, CallSite site) {
    return organization.isEmpty()
        || organization
            .flatMap(reference -> reference.in(site))
            .filter(idOrSlug -> auth.has(Requirement.organization(idOrSlug)))
            .isPresent();
  }

  private static Requirement claim(String text) {
    try {
      return Requirement.Claim.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ClerkConfigurationException(
          "The claim of @Protect can't be read: " + e.getMessage(), e);
    }
  }

  private static void add(
      List<Requirement> list, String text, Function<String, Requirement> requirement) {
    if (!text.isEmpty()) {
      list.add(requirement.apply(text));
    }
  }
}

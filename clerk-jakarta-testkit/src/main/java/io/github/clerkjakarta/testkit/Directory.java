package io.github.clerkjakarta.testkit;

import java.util.List;
import java.util.Optional;

/** Everyone the instance knows. It never changes, so tests can rely on it. */
final class Directory {

  static final List<Person> PEOPLE = List.of(Person.ADA, Person.BEN);

  static final List<Organization> ORGANIZATIONS = List.of(Organization.ACME, Organization.GLOBEX);

  private static final List<Membership> MEMBERSHIPS =
      List.of(
          new Membership(
              Person.ADA,
              Organization.ACME,
              "org:admin",
              List.of("org:invoices:create", "org:invoices:read")),
          new Membership(Person.ADA, Organization.GLOBEX, "org:member", List.of()),
          new Membership(
              Person.BEN, Organization.ACME, "org:member", List.of("org:invoices:read")));

  private Directory() {}

  static Optional<Person> personById(String id) {
    return PEOPLE.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  static Optional<Person> personByEmailAddress(String emailAddress) {
    return PEOPLE.stream()
        .filter(person -> person.emailAddress().equalsIgnoreCase(emailAddress))
        .findFirst();
  }

  /** Finds an organization by id or slug, either of which a handshake may name. */
  static Optional<Organization> organization(String idOrSlug) {
    return ORGANIZATIONS.stream()
        .filter(each -> each.id().equals(idOrSlug) || each.slug().equals(idOrSlug))
        .findFirst();
  }

  static Optional<Membership> membership(Person person, Organization organization) {
    return memberships(person).stream()
        .filter(membership -> membership.organization().equals(organization))
        .findFirst();
  }

  static List<Membership> memberships(Person person) {
    return MEMBERSHIPS.stream().filter(membership -> membership.person().equals(person)).toList();
  }
}

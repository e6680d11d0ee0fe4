package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who and what is there at the start, and again after a reset.
 *
 * @param claims what every session token carries beside Clerk's own claims
 * @param organizationRequired whether whoever signs in has to choose an organization first
 */
public record DirectoryContent(
    List<Account> accounts,
    List<Organization> organizations,
    List<Membership> memberships,
    List<Role> roles,
    Map<String, ? extends @Nullable Object> claims,
    boolean organizationRequired) {

  private static final List<String> ALL = List.of("org:invoices:create", "org:invoices:read");
  private static final List<String> READ = List.of("org:invoices:read");

  /** Ada and Ben at Acme and Globex, on whom the tests of applications rely. */
  public static DirectoryContent usual() {
    return new DirectoryContent(
        List.of(
            Account.of(Person.ADA, Account.AT_THE_START),
            Account.of(Person.BEN, Account.AT_THE_START)),
        List.of(Organization.ACME, Organization.GLOBEX),
        List.of(
            new Membership(Person.ADA, Organization.ACME, Role.ADMIN, ALL),
            new Membership(Person.ADA, Organization.GLOBEX, Role.MEMBER, List.of()),
            new Membership(Person.BEN, Organization.ACME, Role.MEMBER, READ)),
        List.of(new Role(Role.ADMIN, ALL), new Role(Role.MEMBER, READ)),
        Map.of(),
        false);
  }
}

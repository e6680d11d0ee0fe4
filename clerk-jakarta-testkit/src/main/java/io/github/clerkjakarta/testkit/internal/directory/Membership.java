package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import java.util.List;

/**
 * What a person is and may do in an organization.
 *
 * @param role the role with its org: prefix
 * @param permissions the permissions with their org: prefix
 */
public record Membership(
    Person person, Organization organization, String role, List<String> permissions) {

  /** The same for everyone who looks, so that ClerkJS knows it again. */
  public String id() {
    return "orgmem_" + person.id() + "_" + organization.id();
  }
}

package io.github.clerkjakarta.testkit;

import java.util.List;

/**
 * What a person is and may do in an organization.
 *
 * @param role the role with its org: prefix
 * @param permissions the permissions with their org: prefix
 */
record Membership(Person person, Organization organization, String role, List<String> permissions) {

  /** The same for everyone who looks, so that ClerkJS knows it again. */
  String id() {
    return "orgmem_" + person.id() + "_" + organization.id();
  }
}

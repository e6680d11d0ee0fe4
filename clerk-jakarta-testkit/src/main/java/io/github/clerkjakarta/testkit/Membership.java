package io.github.clerkjakarta.testkit;

import java.util.List;

/** What a person is and may do in an organization. Role and permissions carry the org: prefix. */
record Membership(
    Person person, Organization organization, String role, List<String> permissions) {}

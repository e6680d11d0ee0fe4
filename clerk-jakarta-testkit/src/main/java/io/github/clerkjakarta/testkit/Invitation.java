package io.github.clerkjakarta.testkit;

import java.util.Locale;

/** An invitation of an e-mail address to an organization. */
record Invitation(
    String id, String emailAddress, String organizationId, String role, Status status, long at) {

  enum Status {
    PENDING,
    ACCEPTED,
    REVOKED;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Invitation with(Status changed) {
    return new Invitation(id, emailAddress, organizationId, role, changed, at);
  }
}

package io.github.clerkjakarta.testkit.internal.directory;

import java.util.Locale;

/** An invitation of an e-mail address to an organization. */
public record Invitation(
    String id, String emailAddress, String organizationId, String role, Status status, long at) {

  public enum Status {
    PENDING,
    ACCEPTED,
    REVOKED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Invitation with(Status changed) {
    return new Invitation(id, emailAddress, organizationId, role, changed, at);
  }
}

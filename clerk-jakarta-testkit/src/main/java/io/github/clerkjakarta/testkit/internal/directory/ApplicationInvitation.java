package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.internal.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invitation of an e-mail address to the application. */
public record ApplicationInvitation(
    String id,
    String emailAddress,
    Map<String, @Nullable Object> publicMetadata,
    Invitation.Status status,
    long at) {

  public ApplicationInvitation with(Invitation.Status changed) {
    return new ApplicationInvitation(id, emailAddress, publicMetadata, changed, at);
  }

  public Map<String, @Nullable Object> describe() {
    return Json.members(
        "object", "invitation",
        "id", id,
        "email_address", emailAddress,
        "public_metadata", publicMetadata,
        "revoked", status == Invitation.Status.REVOKED,
        "status", status.wireName(),
        "expires_at", null,
        "created_at", at,
        "updated_at", at);
  }
}

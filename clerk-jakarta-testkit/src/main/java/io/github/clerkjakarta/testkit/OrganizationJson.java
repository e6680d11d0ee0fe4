package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Invitation;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.directory.OrganizationDetails;
import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.http.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Organizations and who belongs to them, as Clerk's two APIs describe both. */
final class OrganizationJson {

  private final Directory directory;
  private final Images images;
  private final UserJson users;

  OrganizationJson(Directory directory, Images images, UserJson users) {
    this.directory = directory;
    this.images = images;
    this.users = users;
  }

  /** As the Backend API tells an application, private metadata included. */
  Map<String, @Nullable Object> forServers(Organization organization) {
    Map<String, @Nullable Object> json = organization(organization);
    json.put("private_metadata", directory.details(organization).privateMetadata());
    String createdBy = directory.details(organization).createdBy();
    if (createdBy != null) {
      json.put("created_by", createdBy);
    }
    return json;
  }

  Map<String, @Nullable Object> organization(Organization organization) {
    OrganizationDetails details = directory.details(organization);
    return Json.members(
        "object", "organization",
        "id", organization.id(),
        "name", organization.name(),
        "slug", organization.slug(),
        "image_url", images.of(organization.id()),
        "has_image", false,
        "public_metadata", details.publicMetadata(),
        "members_count", directory.members(organization).size(),
        "pending_invitations_count", pendingInvitations(organization),
        "max_allowed_memberships", 0,
        "admin_delete_enabled", true,
        "created_at", details.createdAt(),
        "updated_at", details.createdAt());
  }

  Map<String, @Nullable Object> membership(Membership membership) {
    List<String> permissions =
        Stream.concat(
                membership.permissions().stream(),
                Role.systemPermissions(membership.role()).stream())
            .toList();
    return Json.members(
        "object", "organization_membership",
        "id", membership.id(),
        "role", membership.role(),
        "role_name", Role.name(membership.role()),
        "permissions", permissions,
        "public_metadata", Map.of(),
        "organization", organization(membership.organization()),
        "public_user_data", users.publicUserData(directory.account(membership.person())),
        "created_at", Account.AT_THE_START,
        "updated_at", Account.AT_THE_START);
  }

  Map<String, @Nullable Object> invitation(Invitation invitation) {
    Map<String, @Nullable Object> json =
        Json.members(
            "object", "organization_invitation",
            "id", invitation.id(),
            "email_address", invitation.emailAddress(),
            "organization_id", invitation.organizationId(),
            "role", invitation.role(),
            "role_name", Role.name(invitation.role()),
            "status", invitation.status().wireName(),
            "public_metadata", Map.of(),
            "created_at", invitation.at(),
            "updated_at", invitation.at());
    directory
        .organization(invitation.organizationId())
        .ifPresent(
            organization ->
                json.put(
                    "public_organization_data",
                    Json.members(
                        "id", organization.id(),
                        "name", organization.name(),
                        "slug", organization.slug(),
                        "image_url", images.of(organization.id()),
                        "has_image", false)));
    return json;
  }

  static Map<String, @Nullable Object> role(Role role) {
    return Json.members(
        "object",
        "role",
        "id",
        "role_" + role.key().replace(':', '_'),
        "key",
        role.key(),
        "name",
        Role.name(role.key()),
        "description",
        "",
        "permissions",
        role.permissions().stream().map(OrganizationJson::permission).toList(),
        "created_at",
        Account.AT_THE_START,
        "updated_at",
        Account.AT_THE_START);
  }

  private static Map<String, @Nullable Object> permission(String key) {
    return Json.members(
        "object",
        "permission",
        "id",
        "perm_" + key.replace(':', '_'),
        "key",
        key,
        "name",
        Role.name(key),
        "description",
        "",
        "type",
        "user",
        "created_at",
        Account.AT_THE_START,
        "updated_at",
        Account.AT_THE_START);
  }

  private long pendingInvitations(Organization organization) {
    return directory.invitations().stream()
        .filter(each -> each.organizationId().equals(organization.id()))
        .filter(each -> each.status() == Invitation.Status.PENDING)
        .count();
  }
}

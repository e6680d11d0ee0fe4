package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Invitation;
import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.List;
import java.util.Optional;

/** The part of the Frontend API by which admins invite people to their organization. */
final class InvitationsApi {

  private final Browsers browsers;
  private final Directory directory;
  private final OrganizationJson json;
  private final OrganizationsApi organizations;
  private final SessionTokens tokens;

  InvitationsApi(
      Browsers browsers,
      Directory directory,
      OrganizationJson json,
      OrganizationsApi organizations,
      SessionTokens tokens) {
    this.browsers = browsers;
    this.directory = directory;
    this.json = json;
    this.organizations = organizations;
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    String all = "/v1/organizations/{id}/invitations";
    routes
        .add("GET " + all, (call, ids) -> list(call, ids.get(0)))
        .add("POST " + all, (call, ids) -> inviteOne(call, ids.get(0)))
        .add("POST " + all + "/bulk", (call, ids) -> inviteMany(call, ids.get(0)))
        .add(
            "POST " + all + "/{invitation}/revoke",
            (call, ids) -> revoke(call, ids.get(0), ids.get(1)));
  }

  private Reply list(Call call, String id) {
    String status = call.query().getOrDefault("status", "pending");
    return organizations.admin(
        call,
        id,
        (client, mine) ->
            browsers.answer(
                ListJson.page(
                    call,
                    directory.invitations().stream()
                        .filter(each -> each.organizationId().equals(id))
                        .filter(each -> each.status().wireName().equals(status))
                        .toList(),
                    json::invitation)));
  }

  private Reply inviteOne(Call call, String id) {
    return organizations.admin(
        call,
        id,
        (client, mine) -> {
          String role = call.parameter("role").orElse(Role.MEMBER);
          Optional<String> address = call.parameter("email_address");
          if (!directory.knowsRole(role)) {
            return OrganizationsApi.unknownRole();
          }
          return address
              .map(each -> browsers.answer(json.invitation(invite(each, id, role)), client, call))
              .orElseGet(InvitationsApi::addressMissing);
        });
  }

  private Reply inviteMany(Call call, String id) {
    return organizations.admin(
        call,
        id,
        (client, mine) -> {
          String role = call.parameter("role").orElse(Role.MEMBER);
          List<String> addresses = call.fields("email_address");
          if (!directory.knowsRole(role)) {
            return OrganizationsApi.unknownRole();
          }
          return addresses.isEmpty()
              ? addressMissing()
              : browsers.answer(
                  addresses.stream().map(each -> json.invitation(invite(each, id, role))).toList(),
                  client,
                  call);
        });
  }

  private Reply revoke(Call call, String id, String invitationId) {
    return organizations.admin(
        call,
        id,
        (client, mine) ->
            directory
                .invitation(invitationId)
                .filter(each -> each.organizationId().equals(id))
                .map(each -> each.with(Invitation.Status.REVOKED))
                .map(
                    revoked -> {
                      directory.keep(revoked);
                      return browsers.answer(json.invitation(revoked), client, call);
                    })
                .orElseGet(Reply::notFound));
  }

  private Invitation invite(String emailAddress, String organizationId, String role) {
    Invitation invitation =
        new Invitation(
            RandomIds.withPrefix("orginv_"),
            emailAddress.strip(),
            organizationId,
            role,
            Invitation.Status.PENDING,
            tokens.now().toEpochMilli());
    directory.keep(invitation);
    return invitation;
  }

  static Reply addressMissing() {
    return Reply.fieldError("form_param_nil", "email_address must be included.", "email_address");
  }
}

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.ApplicationInvitation;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Invitation;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The part of the Backend API by which a server invites people, to the application and to
 * organizations. Nobody is sent an e-mail.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/invitations">Invitations</a>
 */
final class BackendInvitationsApi {

  private final Directory directory;
  private final OrganizationJson json;
  private final SessionTokens tokens;

  BackendInvitationsApi(Directory directory, OrganizationJson json, SessionTokens tokens) {
    this.directory = directory;
    this.json = json;
    this.tokens = tokens;
  }

  void addTo(Routes routes, SecretKeyGuard guard) {
    String all = "/v1/invitations";
    String ofOne = "/v1/organizations/{id}/invitations";
    routes
        .add("GET " + all, guard.guarded(this::list))
        .add("POST " + all, guard.guarded(this::invite))
        .add(
            "POST " + all + "/{invitation}/revoke",
            guard.guarded((call, ids) -> revoke(ids.get(0))))
        .add("GET " + ofOne, organization(guard, this::listOfOrganization))
        .add("POST " + ofOne, organization(guard, this::inviteToOrganization))
        .add(
            "POST " + ofOne + "/{invitation}/revoke",
            guard.guarded((call, ids) -> revoke(ids.get(0), ids.get(1))));
  }

  private Routes.Answer organization(
      SecretKeyGuard guard, BiFunction<Call, Organization, Reply> answer) {
    return guard.guarded(
        (call, ids) ->
            directory
                .organization(ids.get(0))
                .map(found -> answer.apply(call, found))
                .orElseGet(Reply::notFound));
  }

  private Reply list(Call call) {
    List<ApplicationInvitation> found =
        directory.applicationInvitations().stream()
            .filter(each -> hasStatus(call, each.status()))
            .toList();
    return Reply.json(
        ListJson.some(call, found, 10).stream().map(ApplicationInvitation::describe).toList());
  }

  private Reply invite(Call call) {
    Optional<String> address = call.parameter("email_address").map(String::strip);
    if (address.isEmpty()) {
      return InvitationsApi.addressMissing();
    }
    if (directory.accountByEmailAddress(address.get()).isPresent()) {
      return Reply.fieldError(
          "form_identifier_exists", "That email address is taken.", "email_address");
    }
    boolean invited =
        directory.applicationInvitations().stream()
            .filter(each -> each.status() == Invitation.Status.PENDING)
            .anyMatch(each -> each.emailAddress().equalsIgnoreCase(address.get()));
    if (invited && !Boolean.TRUE.equals(call.json().get("ignore_existing"))) {
      return Reply.error(400, "duplicate_record", "There is a pending invitation for this address");
    }
    return keep(
        new ApplicationInvitation(
            RandomIds.withPrefix("inv_"),
            address.get(),
            call.object("public_metadata").orElse(Json.members()),
            Invitation.Status.PENDING,
            tokens.now().toEpochMilli()));
  }

  private Reply revoke(String id) {
    return directory.applicationInvitations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> keep(each.with(Invitation.Status.REVOKED)))
        .orElseGet(Reply::notFound);
  }

  private Reply keep(ApplicationInvitation invitation) {
    directory.keep(invitation);
    return Reply.json(invitation.describe());
  }

  private Reply listOfOrganization(Call call, Organization organization) {
    return Reply.json(
        ListJson.page(
            call,
            directory.invitations().stream()
                .filter(each -> each.organizationId().equals(organization.id()))
                .filter(each -> hasStatus(call, each.status()))
                .toList(),
            json::invitation));
  }

  private Reply inviteToOrganization(Call call, Organization organization) {
    Optional<String> address = call.parameter("email_address").map(String::strip);
    String role = call.parameter("role").orElse("");
    if (address.isEmpty()) {
      return InvitationsApi.addressMissing();
    }
    if (!directory.knowsRole(role)) {
      return OrganizationsApi.unknownRole();
    }
    return keep(
        new Invitation(
            RandomIds.withPrefix("orginv_"),
            address.get(),
            organization.id(),
            role,
            Invitation.Status.PENDING,
            tokens.now().toEpochMilli()));
  }

  private Reply revoke(String organizationId, String id) {
    return directory
        .invitation(id)
        .filter(each -> each.organizationId().equals(organizationId))
        .map(each -> keep(each.with(Invitation.Status.REVOKED)))
        .orElseGet(Reply::notFound);
  }

  private Reply keep(Invitation invitation) {
    directory.keep(invitation);
    return Reply.json(json.invitation(invitation));
  }

  private static boolean hasStatus(Call call, Invitation.Status status) {
    List<String> asked = call.choice("status");
    return asked.isEmpty() || asked.contains(status.wireName());
  }
}

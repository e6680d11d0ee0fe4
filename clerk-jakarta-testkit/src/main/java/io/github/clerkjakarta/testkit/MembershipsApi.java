package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Invitation;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the Frontend API about what a person belongs to, and is invited to. */
final class MembershipsApi {

  private final Browsers browsers;
  private final Directory directory;
  private final OrganizationJson json;

  MembershipsApi(Browsers browsers, Directory directory, OrganizationJson json) {
    this.browsers = browsers;
    this.directory = directory;
    this.json = json;
  }

  void addTo(Routes routes) {
    routes
        .add("GET /v1/me/organization_memberships", this::memberships)
        .add("DELETE /v1/me/organization_memberships/{id}", (call, ids) -> leave(call, ids.get(0)))
        .add("GET /v1/me/organization_invitations", this::invitations)
        .add(
            "POST /v1/me/organization_invitations/{id}/accept",
            (call, ids) -> accept(call, ids.get(0)))
        .add("GET /v1/me/organization_suggestions", this::suggestions)
        .add("GET /v1/me/organization_creation_defaults", this::creationDefaults);
  }

  private Reply memberships(Call call) {
    return browsers.signedIn(
        call,
        (client, session) ->
            browsers.answer(
                ListJson.page(call, directory.memberships(session.person()), json::membership)));
  }

  private Reply leave(Call call, String id) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          directory.leave(session.person().id(), id);
          return browsers.answer(
              Json.members("object", "organization_membership", "id", id, "deleted", true),
              client,
              call);
        });
  }

  private Reply invitations(Call call) {
    String status = call.query().getOrDefault("status", "pending");
    return browsers.signedIn(
        call,
        (client, session) ->
            browsers.answer(
                ListJson.page(
                    call,
                    directory.invitations().stream()
                        .filter(each -> isFor(session, each))
                        .filter(each -> each.status().wireName().equals(status))
                        .toList(),
                    json::invitation)));
  }

  private Reply accept(Call call, String id) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Optional<Invitation> invitation =
              directory
                  .invitation(id)
                  .filter(each -> isFor(session, each))
                  .filter(each -> each.status() == Invitation.Status.PENDING);
          Optional<Organization> organization =
              invitation.flatMap(each -> directory.organization(each.organizationId()));
          if (invitation.isEmpty() || organization.isEmpty()) {
            return Reply.notFound();
          }
          Invitation accepted = invitation.get().with(Invitation.Status.ACCEPTED);
          directory.keep(accepted);
          directory.join(session.person(), organization.get(), accepted.role());
          return browsers.answer(json.invitation(accepted), client, call);
        });
  }

  /** Suggestions come from verified domains, which no organization has here. */
  private Reply suggestions(Call call) {
    return browsers.signedIn(
        call,
        (client, session) ->
            browsers.answer(ListJson.page(call, List.<Invitation>of(), json::invitation)));
  }

  private Reply creationDefaults(Call call) {
    return browsers.signedIn(
        call,
        (client, session) ->
            browsers.answer(
                Json.members(
                    "advisory", null, "form", Map.of("name", "", "slug", "", "blur_hash", ""))));
  }

  private boolean isFor(Session session, Invitation invitation) {
    return directory.account(session.person()).signsInWith(invitation.emailAddress());
  }
}

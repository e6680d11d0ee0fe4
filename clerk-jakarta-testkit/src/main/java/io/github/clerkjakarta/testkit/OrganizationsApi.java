package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Invitation;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Frontend API by which members see their organization, and admins change it.
 *
 * @see <a href="https://clerk.com/docs/reference/frontend-api/tag/organization">Organization</a>
 */
final class OrganizationsApi {

  private final Browsers browsers;
  private final Directory directory;
  private final OrganizationJson json;

  OrganizationsApi(Browsers browsers, Directory directory, OrganizationJson json) {
    this.browsers = browsers;
    this.directory = directory;
    this.json = json;
  }

  void addTo(Routes routes) {
    String one = "/v1/organizations/{id}";
    routes
        .add("POST /v1/organizations", this::create)
        .add(
            "GET " + one,
            (call, ids) ->
                member(
                    call,
                    ids.get(0),
                    (client, mine) ->
                        browsers.answer(json.organization(mine.organization()), client, call)))
        .add("PATCH " + one, (call, ids) -> update(call, ids.get(0)))
        .add("DELETE " + one, (call, ids) -> delete(call, ids.get(0)))
        .add("GET " + one + "/memberships", (call, ids) -> members(call, ids.get(0)))
        .add("POST " + one + "/memberships", (call, ids) -> add(call, ids.get(0)))
        .add(
            "PATCH " + one + "/memberships/{user}",
            (call, ids) -> changeRole(call, ids.get(0), ids.get(1)))
        .add(
            "DELETE " + one + "/memberships/{user}",
            (call, ids) -> remove(call, ids.get(0), ids.get(1)))
        .add("GET " + one + "/roles", (call, ids) -> roles(call, ids.get(0)))
        .add("GET " + one + "/domains", (call, ids) -> nothing(call, ids.get(0)))
        .add("GET " + one + "/membership_requests", (call, ids) -> nothing(call, ids.get(0)));
  }

  private Reply create(Call call) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          Optional<String> name = call.parameter("name").map(String::strip);
          if (name.isEmpty()) {
            return Reply.fieldError("form_param_nil", "name must be included.", "name");
          }
          String slug = call.parameter("slug").orElseGet(() -> directory.freeSlug(name.get()));
          if (directory.organization(slug).isPresent()) {
            return slugTaken();
          }
          Organization created = new Organization(RandomIds.withPrefix("org_"), slug, name.get());
          directory.keep(created);
          directory.join(session.person(), created, Role.ADMIN);
          return browsers.answer(json.organization(created), client, call);
        });
  }

  private Reply update(Call call, String id) {
    return admin(
        call,
        id,
        (client, mine) -> {
          Organization before = mine.organization();
          String slug = call.parameter("slug").orElse(before.slug());
          if (!slug.equals(before.slug()) && directory.organization(slug).isPresent()) {
            return slugTaken();
          }
          Organization changed =
              new Organization(id, slug, call.parameter("name").orElse(before.name()));
          directory.keep(changed);
          return browsers.answer(json.organization(changed), client, call);
        });
  }

  private Reply delete(Call call, String id) {
    return admin(
        call,
        id,
        (client, mine) -> {
          directory.delete(mine.organization());
          return browsers.answer(deleted("organization", id), client, call);
        });
  }

  private Reply members(Call call, String id) {
    String query = call.query().getOrDefault("query", "").toLowerCase(Locale.ROOT);
    String role = call.query().getOrDefault("role", "");
    return member(
        call,
        id,
        (client, mine) ->
            browsers.answer(
                ListJson.page(
                    call,
                    directory.members(mine.organization()).stream()
                        .filter(each -> matches(each, query))
                        .filter(each -> role.isEmpty() || each.role().equals(role))
                        .toList(),
                    json::membership)));
  }

  private Reply add(Call call, String id) {
    return admin(
        call,
        id,
        (client, mine) ->
            call.parameter("user_id")
                .flatMap(directory::account)
                .map(account -> joined(account.person(), mine, client, call))
                .orElseGet(Reply::notFound));
  }

  private Reply changeRole(Call call, String id, String userId) {
    return admin(
        call,
        id,
        (client, mine) ->
            directory
                .membership(userId, id)
                .map(theirs -> joined(theirs.person(), mine, client, call))
                .orElseGet(Reply::notFound));
  }

  private Reply joined(Person person, Membership mine, Client client, Call call) {
    String role = call.parameter("role").orElse(Role.MEMBER);
    return directory.knowsRole(role)
        ? browsers.answer(
            json.membership(directory.join(person, mine.organization(), role)), client, call)
        : unknownRole();
  }

  private Reply remove(Call call, String id, String userId) {
    return admin(
        call,
        id,
        (client, mine) -> {
          directory.leave(userId, id);
          return browsers.answer(deleted("organization_membership", userId), client, call);
        });
  }

  private Reply roles(Call call, String id) {
    return member(
        call,
        id,
        (client, mine) -> {
          Map<String, @Nullable Object> page =
              ListJson.page(call, directory.roles(), OrganizationJson::role);
          page.put("has_role_set_migration", false);
          return browsers.answer(page);
        });
  }

  private Reply nothing(Call call, String id) {
    return member(
        call,
        id,
        (client, mine) ->
            browsers.answer(ListJson.page(call, List.<Invitation>of(), json::invitation)));
  }

  /** Answers a member of the organization. */
  Reply member(Call call, String id, BiFunction<Client, Membership, Reply> answer) {
    return browsers.signedIn(
        call,
        (client, session) ->
            directory
                .membership(session.person().id(), id)
                .map(mine -> answer.apply(client, mine))
                .orElseGet(Reply::notFound));
  }

  /** Answers an admin of the organization. */
  Reply admin(Call call, String id, BiFunction<Client, Membership, Reply> answer) {
    return member(
        call,
        id,
        (client, mine) ->
            mine.role().equals(Role.ADMIN)
                ? answer.apply(client, mine)
                : Reply.error(
                    403,
                    "not_an_admin_in_organization",
                    "Only an admin of the organization can do that"));
  }

  static Reply unknownRole() {
    return Reply.fieldError("form_param_value_invalid", "There is no such role", "role");
  }

  static Reply slugTaken() {
    return Reply.fieldError(
        "form_identifier_exists", "That slug is taken. Please try another.", "slug");
  }

  private static Map<String, @Nullable Object> deleted(String object, String id) {
    return Json.members("object", object, "id", id, "deleted", true);
  }

  private boolean matches(Membership membership, String query) {
    Account account = directory.account(membership.person());
    return (account.fullName() + " " + account.person().emailAddress())
        .toLowerCase(Locale.ROOT)
        .contains(query);
  }
}

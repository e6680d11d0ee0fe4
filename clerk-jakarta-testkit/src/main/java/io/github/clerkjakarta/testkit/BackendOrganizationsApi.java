package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.directory.OrganizationDetails;
import io.github.clerkjakarta.testkit.internal.directory.Role;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Backend API by which a server makes and changes organizations, and says who
 * belongs to them.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/organizations">Organizations</a>
 */
final class BackendOrganizationsApi {

  private final Directory directory;
  private final OrganizationJson json;
  private final SessionTokens tokens;

  BackendOrganizationsApi(Directory directory, OrganizationJson json, SessionTokens tokens) {
    this.directory = directory;
    this.json = json;
    this.tokens = tokens;
  }

  void addTo(Routes routes, SecretKeyGuard guard) {
    String all = "/v1/organizations";
    String one = all + "/{id}";
    String members = one + "/memberships";
    routes
        .add("GET " + all, guard.guarded(this::list))
        .add("POST " + all, guard.guarded(this::create))
        .add("GET " + one, organization(guard, (call, found) -> answer(found)))
        .add("PATCH " + one, organization(guard, this::update))
        .add("DELETE " + one, organization(guard, (call, found) -> delete(found)))
        .add("PATCH " + one + "/metadata", organization(guard, this::mergeMetadata))
        .add("GET " + members, organization(guard, this::members))
        .add("POST " + members, organization(guard, this::addMember))
        .add(
            "PATCH " + members + "/{user}",
            member(guard, (call, found) -> join(call, found.person(), found.organization())))
        .add("DELETE " + members + "/{user}", member(guard, (call, found) -> remove(found)));
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

  private Routes.Answer member(SecretKeyGuard guard, BiFunction<Call, Membership, Reply> answer) {
    return guard.guarded(
        (call, ids) ->
            directory
                .membership(ids.get(1), ids.get(0))
                .map(found -> answer.apply(call, found))
                .orElseGet(Reply::notFound));
  }

  private Reply list(Call call) {
    String query = call.query().getOrDefault("query", "").toLowerCase(Locale.ROOT);
    return Reply.json(
        ListJson.page(
            call,
            directory.organizations().stream().filter(each -> text(each).contains(query)).toList(),
            json::forServers));
  }

  private static String text(Organization organization) {
    return String.join(" ", organization.id(), organization.slug(), organization.name())
        .toLowerCase(Locale.ROOT);
  }

  private Reply create(Call call) {
    Optional<String> name = call.parameter("name").map(String::strip);
    Optional<String> creator = call.parameter("created_by");
    if (name.isEmpty()) {
      return Reply.fieldError("form_param_nil", "name must be included.", "name");
    }
    if (creator.isPresent() && creator.flatMap(directory::account).isEmpty()) {
      return Reply.notFound();
    }
    String slug = call.parameter("slug").orElseGet(() -> directory.freeSlug(name.get()));
    if (directory.organization(slug).isPresent()) {
      return OrganizationsApi.slugTaken();
    }
    Organization created = new Organization(RandomIds.withPrefix("org_"), slug, name.get());
    directory.keep(created);
    directory.keep(
        created.id(),
        new OrganizationDetails(
            call.object("public_metadata").orElse(Json.members()),
            call.object("private_metadata").orElse(Json.members()),
            creator.orElse(null),
            tokens.now().toEpochMilli()));
    creator
        .flatMap(directory::account)
        .ifPresent(account -> directory.join(account.person(), created, Role.ADMIN));
    return answer(created);
  }

  private Reply update(Call call, Organization before) {
    String slug = call.parameter("slug").orElse(before.slug());
    if (!slug.equals(before.slug()) && directory.organization(slug).isPresent()) {
      return OrganizationsApi.slugTaken();
    }
    Organization changed =
        new Organization(before.id(), slug, call.parameter("name").orElse(before.name()));
    directory.keep(changed);
    OrganizationDetails details = directory.details(changed);
    directory.keep(
        changed.id(),
        details.withMetadata(
            call.object("public_metadata").orElse(details.publicMetadata()),
            call.object("private_metadata").orElse(details.privateMetadata())));
    return answer(changed);
  }

  private Reply mergeMetadata(Call call, Organization organization) {
    OrganizationDetails details = directory.details(organization);
    directory.keep(
        organization.id(),
        details.withMetadata(
            merged(call, "public_metadata", details.publicMetadata()),
            merged(call, "private_metadata", details.privateMetadata())));
    return answer(organization);
  }

  private static Map<String, @Nullable Object> merged(
      Call call, String name, Map<String, @Nullable Object> before) {
    return Json.merged(before, call.object(name).orElse(Json.members()));
  }

  private Reply delete(Organization organization) {
    directory.delete(organization);
    return Reply.json(
        Json.members("object", "organization", "id", organization.id(), "deleted", true));
  }

  private Reply members(Call call, Organization organization) {
    return Reply.json(ListJson.page(call, directory.members(organization), json::membership));
  }

  private Reply addMember(Call call, Organization organization) {
    Optional<Account> account = call.parameter("user_id").flatMap(directory::account);
    if (account.isEmpty()) {
      return Reply.notFound();
    }
    Person person = account.get().person();
    return directory.membership(person.id(), organization.id()).isPresent()
        ? Reply.error(
            400,
            "already_a_member_in_organization",
            "The user is already a member of the organization")
        : join(call, person, organization);
  }

  private Reply join(Call call, Person person, Organization organization) {
    String role = call.parameter("role").orElse("");
    return directory.knowsRole(role)
        ? Reply.json(json.membership(directory.join(person, organization, role)))
        : OrganizationsApi.unknownRole();
  }

  private Reply remove(Membership membership) {
    Map<String, @Nullable Object> removed = json.membership(membership);
    directory.leave(membership.person().id(), membership.organization().id());
    return Reply.json(removed);
  }

  private Reply answer(Organization organization) {
    return Reply.json(json.forServers(organization));
  }
}

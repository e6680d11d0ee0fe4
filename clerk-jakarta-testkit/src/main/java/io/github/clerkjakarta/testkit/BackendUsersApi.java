package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.EmailAddress;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Backend API by which a server finds, makes and changes users.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/users">Users</a>
 */
final class BackendUsersApi {

  private final State state;
  private final Directory directory;
  private final UserJson json;
  private final OrganizationJson organizations;
  private final SessionTokens tokens;

  BackendUsersApi(
      State state, UserJson json, OrganizationJson organizations, SessionTokens tokens) {
    this.state = state;
    this.directory = state.directory();
    this.json = json;
    this.organizations = organizations;
    this.tokens = tokens;
  }

  void addTo(Routes routes, SecretKeyGuard guard) {
    String all = "/v1/users";
    String one = all + "/{id}";
    routes
        .add("GET " + all, guard.guarded(this::list))
        .add("POST " + all, guard.guarded(this::create))
        .add("GET " + all + "/count", guard.guarded(this::count))
        .add("GET " + one, user(guard, (call, account) -> answer(account)))
        .add("PATCH " + one, user(guard, this::update))
        .add("DELETE " + one, user(guard, (call, account) -> delete(account)))
        .add("PATCH " + one + "/metadata", user(guard, this::mergeMetadata))
        .add("POST " + one + "/ban", user(guard, (call, account) -> ban(account)))
        .add("POST " + one + "/unban", user(guard, (call, account) -> keep(account.banned(false))))
        .add("GET " + one + "/organization_memberships", user(guard, this::memberships));
  }

  private Routes.Answer user(SecretKeyGuard guard, BiFunction<Call, Account, Reply> answer) {
    return guard.guarded(
        (call, ids) ->
            directory
                .account(ids.get(0))
                .map(account -> answer.apply(call, account))
                .orElseGet(Reply::notFound));
  }

  private Reply list(Call call) {
    return Reply.json(ListJson.some(call, found(call), 10).stream().map(json::forServers).toList());
  }

  private Reply count(Call call) {
    return Reply.json(Map.of("object", "total_count", "total_count", found(call).size()));
  }

  /** The newest first, unless asked for in the order in which they came. */
  private List<Account> found(Call call) {
    List<String> ids = call.choice("user_id");
    List<String> addresses = call.choice("email_address");
    List<String> members = call.choice("organization_id");
    List<String> banned = call.choice("banned");
    String query = call.query().getOrDefault("query", "").toLowerCase(Locale.ROOT);
    Comparator<Account> age = Comparator.comparing(Account::createdAt);
    boolean earliestFirst = call.query().getOrDefault("order_by", "").matches("\\+?created_at");
    return directory.accounts().stream()
        .filter(each -> ids.isEmpty() || ids.contains(each.id()))
        .filter(each -> addresses.isEmpty() || addresses.stream().anyMatch(each::signsInWith))
        .filter(each -> members.isEmpty() || isMember(each, members))
        .filter(each -> banned.isEmpty() || banned.contains(Boolean.toString(each.banned())))
        .filter(each -> text(each).contains(query))
        .sorted(earliestFirst ? age : age.reversed())
        .toList();
  }

  private boolean isMember(Account account, List<String> organizationIds) {
    return organizationIds.stream()
        .anyMatch(id -> directory.membership(account.id(), id).isPresent());
  }

  private static String text(Account account) {
    return (account.id() + " " + account.fullName() + " " + account.person().emailAddress())
        .toLowerCase(Locale.ROOT);
  }

  private Reply create(Call call) {
    List<String> addresses = call.texts("email_address");
    if (addresses.isEmpty()) {
      return Reply.fieldError("form_data_missing", "email_address must be given.", "email_address");
    }
    if (addresses.stream().anyMatch(each -> directory.accountByEmailAddress(each).isPresent())) {
      return Reply.fieldError(
          "form_identifier_exists", "That email address is taken.", "email_address");
    }
    String firstName = call.parameter("first_name").orElse("");
    Account created =
        Account.of(
                new Person(
                    RandomIds.withPrefix("user_"),
                    firstName,
                    addresses.get(0),
                    call.parameter("password").orElse("")),
                tokens.now().toEpochMilli())
            .named(firstName, call.parameter("last_name").orElse(""));
    for (String more : addresses.subList(1, addresses.size())) {
      created = created.with(new EmailAddress(RandomIds.withPrefix("idn_"), more, true));
    }
    return keep(replaceMetadata(call, created));
  }

  private Reply update(Call call, Account account) {
    Account named =
        account.named(
            call.field("first_name").orElse(account.person().firstName()),
            call.field("last_name").orElse(account.lastName()));
    return keep(
        replaceMetadata(call, call.field("password").map(named::withPassword).orElse(named)));
  }

  private static Account replaceMetadata(Call call, Account account) {
    return account.withMetadata(
        call.object("public_metadata").orElse(copy(account.publicMetadata())),
        call.object("private_metadata").orElse(copy(account.privateMetadata())),
        call.object("unsafe_metadata").orElse(copy(account.unsafeMetadata())));
  }

  private Reply mergeMetadata(Call call, Account account) {
    return keep(
        account.withMetadata(
            merged(call, "public_metadata", account.publicMetadata()),
            merged(call, "private_metadata", account.privateMetadata()),
            merged(call, "unsafe_metadata", account.unsafeMetadata())));
  }

  private static Map<String, @Nullable Object> merged(
      Call call, String name, Map<String, ? extends @Nullable Object> before) {
    Function<Map<String, @Nullable Object>, Map<String, @Nullable Object>> merge =
        more -> Json.merged(before, more);
    return call.object(name).map(merge).orElse(copy(before));
  }

  private static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> of) {
    return Json.merged(of, Map.of());
  }

  private Reply delete(Account account) {
    endSessions(account);
    directory.delete(account);
    return Reply.json(Json.members("object", "user", "id", account.id(), "deleted", true));
  }

  private Reply ban(Account account) {
    endSessions(account);
    return keep(account.banned(true));
  }

  private void endSessions(Account account) {
    state.sessions().stream()
        .filter(each -> each.person().id().equals(account.id()))
        .forEach(each -> each.end(SessionStatus.REVOKED));
  }

  private Reply memberships(Call call, Account account) {
    return Reply.json(
        ListJson.page(call, directory.memberships(account.person()), organizations::membership));
  }

  private Reply keep(Account changed) {
    directory.keep(changed);
    return answer(changed);
  }

  private Reply answer(Account account) {
    return Reply.json(json.forServers(account));
  }
}

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Changes;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens, in the words of Clerk's webhooks. */
final class WebhookEvents implements Changes {

  private final Webhooks webhooks;
  private final UserJson users;
  private final OrganizationJson organizations;

  WebhookEvents(Webhooks webhooks, UserJson users, OrganizationJson organizations) {
    this.webhooks = webhooks;
    this.users = users;
    this.organizations = organizations;
  }

  @Override
  public void user(String type, Account account) {
    webhooks.announce(type, data(type, account));
  }

  @Override
  public void session(String type, Session session) {
    webhooks.announce(type, SessionJson.of(session));
  }

  @Override
  public void membership(String type, Membership membership) {
    webhooks.announce(type, organizations.membership(membership));
  }

  /** What Clerk says of a person; of one who was deleted, hardly more than the id. */
  Map<String, @Nullable Object> data(String type, Account account) {
    return type.equals("user.deleted")
        ? Json.members("object", "user", "id", account.id(), "deleted", true)
        : users.forServers(account);
  }
}

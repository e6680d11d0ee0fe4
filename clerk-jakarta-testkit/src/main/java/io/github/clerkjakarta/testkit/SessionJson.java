package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Json;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session as Clerk describes it to servers. */
final class SessionJson {

  private SessionJson() {}

  static Map<String, @Nullable Object> of(Session session) {
    long createdAt = session.createdAt().toEpochMilli();
    return Json.members(
        "object",
        "session",
        "id",
        session.id(),
        "client_id",
        session.client().id(),
        "user_id",
        session.person().id(),
        "status",
        session.status().wireName(),
        "last_active_organization_id",
        session.organization().map(Organization::id).orElse(null),
        "created_at",
        createdAt,
        "updated_at",
        createdAt,
        "last_active_at",
        createdAt,
        "expire_at",
        createdAt + Duration.ofDays(7).toMillis(),
        "abandon_at",
        createdAt + Duration.ofDays(30).toMillis());
  }
}

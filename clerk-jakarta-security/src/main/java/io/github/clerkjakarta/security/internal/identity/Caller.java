package io.github.clerkjakarta.security.internal.identity;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller as the container knows it. Kept as an attribute of the request, under a type that is
 * ours alone.
 *
 * @param auth who is calling
 * @param principal the caller's name; null for nobody
 * @param groups the groups and mapped roles; none for nobody
 */
public record Caller(Auth auth, @Nullable ClerkPrincipal principal, Set<String> groups) {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** Any authenticated caller (Jakarta Servlet 6.0, section 13.3). */
  private static final String ANY_AUTHENTICATED = "**";

  /** Keeps an immutable copy. */
  public Caller {
    groups = Set.copyOf(groups);
  }

  /**
   * Who is calling, as the container was told.
   *
   * @throws IllegalStateException when nobody has decided who is calling
   */
  public static Caller of(ServletRequest request) {
    Auth auth = ClerkFilter.auth(request);
    return identified(request).orElseGet(() -> new Caller(auth, null, Set.of()));
  }

  /**
   * Who was identified in this request, hasn't logged out since, and is who this application means.
   */
  public static Optional<Caller> identified(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller
            && caller.auth() == ContextAuthentication.state(request).auth()
        ? Optional.of(caller)
        : Optional.empty();
  }

  void storeIn(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Whether the container knows this caller. */
  public boolean isKnown() {
    return principal != null;
  }

  /** Whether the caller is in a role; {@code **} is any caller that is known. */
  public boolean isInRole(String role) {
    return groups.contains(role) || (role.equals(ANY_AUTHENTICATED) && isKnown());
  }
}

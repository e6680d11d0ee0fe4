package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who the server believes is calling, and why: what every page ends with. */
@Named
@RequestScoped
public class Caller {

  @Inject private HttpServletRequest request;

  /** What is known, by the word that stands before it on the page. */
  public Map<String, String> getFacts() {
    RequestState state = ClerkFilter.state(request);
    Auth auth = state.auth();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("State", state.status());
    facts.put("Reason", state.reason().orElse("none: signed in"));
    facts.put("User", auth.userId().orElse("nobody"));
    auth.sessionId().ifPresent(id -> facts.put("Session", id));
    auth.orgSlug().ifPresent(slug -> facts.put("Organization", slug));
    auth.orgRole().ifPresent(role -> facts.put("Role", role));
    if (!auth.orgPermissions().isEmpty()) {
      facts.put("Permissions", String.join(", ", auth.orgPermissions()));
    }
    return facts;
  }
}

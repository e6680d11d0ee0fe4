package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.ReturnAddress;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.Map;
import java.util.Optional;

/** The part of the Frontend API about a browser and its sessions. */
final class ClientApi {

  private final Browsers browsers;
  private final Directory directory;
  private final SessionTokens tokens;
  private final State state;

  ClientApi(Browsers browsers, State state, SessionTokens tokens) {
    this.browsers = browsers;
    this.directory = state.directory();
    this.tokens = tokens;
    this.state = state;
  }

  void addTo(Routes routes) {
    routes
        .add("GET /v1/client", this::describe)
        .add("DELETE /v1/client", this::signOut)
        .add("DELETE /v1/client/sessions", this::signOut)
        .add("GET /v1/client/touch", this::touchClient)
        .add("GET /v1/client/sessions/{id}", (call, ids) -> show(ids.get(0), call))
        .add("POST /v1/client/sessions/{id}/touch", (call, ids) -> touch(ids.get(0), call))
        .add("POST /v1/client/sessions/{id}/end", (call, ids) -> end(ids.get(0), call))
        .add("POST /v1/client/sessions/{id}/remove", (call, ids) -> end(ids.get(0), call))
        .add("POST /v1/client/sessions/{id}/tokens", (call, ids) -> token(ids.get(0), call))
        .add(
            "POST /v1/client/sessions/{id}/tokens/{template}",
            (call, ids) -> templateToken(ids.get(0), ids.get(1), call));
  }

  /** The browser's client with its sessions; null where there is none. */
  private Reply describe(Call call) {
    if (browsers.stranger(call)) {
      return browsers.unauthenticated();
    }
    Optional<Client> client = browsers.find(call);
    return client.isPresent()
        ? browsers.answer(client.get(), call)
        : browsers.answer((Object) null);
  }

  /** Ends every session of the browser. */
  private Reply signOut(Call call) {
    return browsers.known(
        call,
        client -> {
          client
              .sessions()
              .forEach(session -> client.end(session, SessionStatus.REMOVED, tokens.now()));
          return browsers.answer(client, call);
        });
  }

  /** A redirect by which a browser's own cookie lives longer. */
  private Reply touchClient(Call call) {
    return call.parameter("redirect_url")
        .flatMap(ReturnAddress::of)
        .map(address -> Reply.redirect(307, address.toString()))
        .orElseGet(Reply::notFound);
  }

  private Reply show(String id, Call call) {
    return browsers.session(
        call, id, (client, session) -> browsers.answer(browsers.session(session, call)));
  }

  /** Makes a session the active one, and an organization the session's active one. */
  private Reply touch(String id, Call call) {
    return browsers.session(
        call,
        id,
        (client, session) -> {
          Optional<String> asked = call.field("active_organization_id");
          if (asked.isPresent() && !asked.get().isBlank()) {
            Optional<Organization> organization = joined(session, asked.get());
            if (organization.isEmpty()) {
              return notAMember();
            }
            session.organization(organization.get());
          } else if (asked.isPresent() && !directory.organizationRequired()) {
            session.personalAccount();
          }
          client.use(session);
          return browsers.answer(browsers.session(session, call), client, call);
        });
  }

  private Reply end(String id, Call call) {
    return browsers.session(
        call,
        id,
        (client, session) -> {
          client.end(session, SessionStatus.REMOVED, tokens.now());
          return browsers.answer(browsers.session(session, call), client, call);
        });
  }

  /** A new token of a session of this browser, for the origin of the page that asks. */
  private Reply token(String id, Call call) {
    return browsers.session(
        call,
        id,
        (client, session) -> {
          Optional<String> asked = call.field("organization_id");
          if (asked.isEmpty()) {
            return Reply.json(jwt(tokens.forOrigin(call.page(), session)));
          }
          Optional<Organization> organization = joined(session, asked.get());
          return organization.isEmpty() && !asked.get().isBlank()
              ? notAMember()
              : Reply.json(jwt(tokens.forOrigin(call.page(), session, organization)));
        });
  }

  private Reply templateToken(String id, String template, Call call) {
    return browsers.session(
        call,
        id,
        (client, session) ->
            state
                .jwtTemplate(template)
                .map(
                    claims -> {
                      TokenBuilder builder = session.tokenBuilder().jwtTemplate();
                      call.page().ifPresent(builder::authorizedParty);
                      claims.forEach(builder::claim);
                      return Reply.json(jwt(builder.token()));
                    })
                .orElseGet(Reply::notFound));
  }

  private Optional<Organization> joined(Session session, String idOrSlug) {
    return directory
        .organization(idOrSlug)
        .filter(each -> directory.membership(session.person(), each).isPresent());
  }

  private static Reply notAMember() {
    return Reply.error(
        404,
        "organization_not_found_or_unauthorized",
        "There is no such organization, or you are no member of it");
  }

  private static Map<String, String> jwt(String token) {
    return Map.of("object", "token", "jwt", token);
  }
}

package io.github.clerkjakarta.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of Clerk's Frontend API that a page asks: who is signed in, and for a token. */
final class ClientApi {

  private final Instance instance;
  private final State state;

  ClientApi(Instance instance, State state) {
    this.instance = instance;
    this.state = state;
  }

  /** The client of a browser, as the Frontend API finds it; empty for one it doesn't know. */
  Optional<Client> client(Call call) {
    return instance.development()
        ? call.parameter("__clerk_db_jwt").flatMap(state::clientOfDevBrowser)
        : call.cookie("__client").flatMap(state::client);
  }

  /** The browser's client with its session; null where there is none. */
  Reply describe(Call call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("response", client(call).map(each -> describe(each, call)).orElse(null));
    json.put("client", null);
    return Reply.json(json);
  }

  /** A new token of a session of this browser, for the origin of the page that asks. */
  Reply token(String id, Call call) {
    Optional<Client> client = client(call);
    if (client.isEmpty()) {
      return instance.development()
          ? Reply.error(401, "dev_browser_unauthenticated", "Unable to authenticate this browser")
          : Reply.error(401, "authentication_invalid", "Unable to authenticate the request");
    }
    return client
        .get()
        .session()
        .filter(session -> session.id().equals(id))
        .map(session -> Reply.json(token(session, call)))
        .orElseGet(Reply::notFound);
  }

  private static Map<String, Object> describe(Client client, Call call) {
    Optional<Session> session = client.session();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("object", "client");
    json.put("id", client.id());
    json.put("sessions", session.map(each -> List.of(describe(each, call))).orElse(List.of()));
    json.put("sign_in", null);
    json.put("last_active_session_id", session.map(Session::id).orElse(null));
    json.put("updated_at", client.updatedAt() * 1000);
    return json;
  }

  private static Map<String, Object> describe(Session session, Call call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("object", "session");
    json.put("id", session.id());
    json.put("status", session.status().wireName());
    json.put(
        "last_active_organization_id", session.organization().map(Organization::id).orElse(null));
    json.put("last_active_token", token(session, call));
    json.put("user", UserJson.of(session.person()));
    return json;
  }

  private static Map<String, Object> token(Session session, Call call) {
    TokenBuilder builder = session.tokenBuilder();
    call.origin().ifPresent(builder::authorizedParty);
    return Map.of("object", "token", "jwt", builder.token());
  }
}

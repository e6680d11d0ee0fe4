package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the browser that a call of the Frontend API comes from, and answers it as ClerkJS reads.
 */
final class Browsers {

  private final Instance instance;
  private final State state;
  private final ClientJson json;

  Browsers(Instance instance, State state, ClientJson json) {
    this.instance = instance;
    this.state = state;
    this.json = json;
  }

  /** The client of a browser: by its development browser token, in production by its cookie. */
  Optional<Client> find(Call call) {
    return instance.development()
        ? call.parameter("__clerk_db_jwt").flatMap(state::clientOfDevBrowser)
        : call.cookie("__client").flatMap(state::client);
  }

  /** Whether the browser says who it is, though nobody here knows it, as after a restart. */
  boolean stranger(Call call) {
    return instance.development()
        && call.parameter("__clerk_db_jwt").isPresent()
        && find(call).isEmpty();
  }

  /** Answers a browser that is known, or that production knows from now on. */
  Reply known(Call call, Function<Client, Reply> answer) {
    Optional<Client> client = find(call);
    if (client.isPresent()) {
      return answer.apply(client.get());
    }
    return instance.development() ? unauthenticated() : answer.apply(state.newClient());
  }

  /** Answers a browser for one of its sessions: the one that it names, or its active one. */
  Reply signedIn(Call call, BiFunction<Client, Session, Reply> answer) {
    Optional<Client> client = find(call);
    Optional<String> asked = call.parameter("_clerk_session_id");
    Optional<Session> session =
        client.flatMap(each -> asked.isPresent() ? each.session(asked.get()) : each.session());
    return client.isPresent() && session.isPresent()
        ? answer.apply(client.get(), session.get())
        : unauthenticated();
  }

  /** Answers a browser for a session of this id, which has to be its own. */
  Reply session(Call call, String id, BiFunction<Client, Session, Reply> answer) {
    Optional<Client> client = find(call);
    if (client.isEmpty()) {
      return unauthenticated();
    }
    return client
        .get()
        .session(id)
        .map(session -> answer.apply(client.get(), session))
        .orElseGet(Reply::notFound);
  }

  /** What ClerkJS takes as a reason to begin anew. */
  Reply unauthenticated() {
    return instance.development()
        ? Reply.error(401, "dev_browser_unauthenticated", "Unable to authenticate this browser")
        : Reply.error(401, "authentication_invalid", "Unable to authenticate the request");
  }

  /** An answer that brings the client along, with the cookies that follow it in production. */
  Reply answer(@Nullable Object response, Client client, Call call) {
    return withCookies(
        Reply.json(Json.members("response", response, "client", json.client(client, call))),
        client);
  }

  /** An answer that leaves the client as it is. */
  Reply answer(@Nullable Object response) {
    return Reply.json(Json.members("response", response, "client", null));
  }

  /** An answer that is the client. */
  Reply answer(Client client, Call call) {
    return withCookies(
        Reply.json(Json.members("response", json.client(client, call), "client", null)), client);
  }

  Map<String, @Nullable Object> session(Session session, Call call) {
    return json.session(session, call);
  }

  private Reply withCookies(Reply reply, Client client) {
    return instance.development()
        ? reply
        : reply.withCookies(
            new Directives(instance, false)
                .client(client)
                .clientUpdatedAt(client.updatedAt())
                .list());
  }
}

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.ReturnAddress;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import io.github.clerkjakarta.testkit.internal.keys.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of Clerk's Frontend API that a browser meets when it is redirected there. */
final class FrontendApi {

  private final Instance instance;
  private final State state;
  private final Browsers browsers;
  private final Keys keys;
  private final SessionTokens tokens;

  private volatile HandshakeFormat format = HandshakeFormat.AS_REQUESTED;
  private volatile boolean organizationsRefused;

  FrontendApi(Instance instance, State state, Browsers browsers, Keys keys, SessionTokens tokens) {
    this.instance = instance;
    this.state = state;
    this.browsers = browsers;
    this.keys = keys;
    this.tokens = tokens;
  }

  void useHandshakeFormat(HandshakeFormat format) {
    this.format = format;
  }

  void refuseOrganizations(boolean refuse) {
    organizationsRefused = refuse;
  }

  void addTo(Routes routes) {
    routes
        .add("GET /.well-known/jwks.json", this::jwks)
        .add("GET /v1/client/handshake", this::handshake)
        .add("POST /v1/dev_browser", this::devBrowser);
  }

  /** The public key set, for whoever has no secret key. */
  private Reply jwks(Call call) {
    return Reply.json(keys.jwks());
  }

  /** A new browser asks for its development browser token. */
  private Reply devBrowser(Call call) {
    return instance.development()
        ? Reply.json(Map.of("object", "dev_browser", "id", state.newClient().devBrowser()))
        : Reply.error(400, "dev_browser_unsupported", "Only development instances have these");
  }

  /** Sends the browser back with the cookies that the application should have. */
  private Reply handshake(Call call) {
    Optional<ReturnAddress> address = call.parameter("redirect_url").flatMap(ReturnAddress::of);
    if (address.isEmpty()) {
      return Reply.error(
          400, "url_based_flow_redirect_url_mismatch", "redirect_url must be on this machine");
    }
    Client client = browsers.find(call).orElseGet(state::newClient);
    activateOrganization(call, client);
    return answer(call, address.get(), directives(client, address.get()));
  }

  /** An application that reads the organization from its address asks for it, by id or slug. */
  private void activateOrganization(Call call, Client client) {
    String asked = call.query().get("organization_id");
    Optional<Session> session = client.session();
    if (asked == null || session.isEmpty() || organizationsRefused) {
      return;
    }
    if (asked.isEmpty()) {
      session.get().personalAccount();
      return;
    }
    Directory directory = state.directory();
    directory
        .organization(asked)
        .filter(each -> directory.membership(session.get().person(), each).isPresent())
        .ifPresent(session.get()::organization);
  }

  private List<String> directives(Client client, ReturnAddress address) {
    Directives directives = new Directives(instance, address.secure());
    client
        .session()
        .ifPresentOrElse(
            session -> directives.session(tokens.forOrigin(Optional.of(address.origin()), session)),
            directives::noSession);
    directives.clientUpdatedAt(client.updatedAt());
    if (instance.development()) {
      directives.devBrowser(client);
    } else {
      directives.noHandshake();
    }
    return directives.list();
  }

  private Reply answer(Call call, ReturnAddress address, List<String> directives) {
    boolean nonce =
        switch (format) {
          case NONCE -> true;
          case TOKEN -> false;
          case AS_REQUESTED -> "nonce".equals(call.query().get("format"));
        };
    String name = nonce ? "__clerk_handshake_nonce" : "__clerk_handshake";
    String value = nonce ? state.newNonce(directives) : tokens.handshake(directives);
    if (instance.development()) {
      return Reply.redirect(307, address.with(name, value));
    }
    if (!address.isAt(call.host())) {
      // A satellite: no cookie of ours reaches it. How Clerk itself tells it is not documented.
      return Reply.redirect(307, synced(address).with(name, value));
    }
    Directives cookie = new Directives(instance, address.secure()).handshake(name, value);
    return Reply.redirect(307, address.toString()).withCookies(cookie.list());
  }

  private static ReturnAddress synced(ReturnAddress address) {
    return ReturnAddress.of(address.with("__clerk_synced", "true")).orElseThrow();
  }
}

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Html;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.ReturnAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A browser on one of the pages: which client it is and where it goes when it is done. */
record Visit(Call call, Client client, Optional<ReturnAddress> returnAddress) {

  /** Refuses an address that a page must not lead to, whatever else the page would do. */
  static Reply receive(Call call, Instance instance, State state, Function<Visit, Reply> page) {
    boolean fromElsewhere =
        call.origin().isPresent() && call.page().flatMap(ReturnAddress::of).isEmpty();
    if (call.method().equals("POST") && fromElsewhere) {
      return Reply.html(
          403, Html.page("Not from here", Html.alert("Only pages of this machine may do that.")));
    }
    Optional<String> asked = call.parameter("redirect_url");
    Optional<ReturnAddress> returnAddress = asked.flatMap(ReturnAddress::of);
    if (asked.isPresent() && returnAddress.isEmpty()) {
      return Reply.html(
          400,
          Html.page(
              "Not a return address",
              Html.alert("redirect_url must be an http or https address on this machine.")));
    }
    return page.apply(new Visit(call, client(call, instance, state), returnAddress));
  }

  /** A development browser is named by the address; else the cookie of an earlier page tells. */
  private static Client client(Call call, Instance instance, State state) {
    return call.parameter("__clerk_db_jwt")
        .filter(token -> instance.development())
        .flatMap(state::clientOfDevBrowser)
        .or(() -> call.cookie("__client").flatMap(state::client))
        .or(
            () ->
                call.cookie("__clerk_db_jwt")
                    .filter(token -> instance.development())
                    .flatMap(state::clientOfDevBrowser))
        .orElseGet(state::newClient);
  }

  /** What a form of the page has to carry along. */
  Map<String, String> hidden(Instance instance) {
    Map<String, String> hidden = new LinkedHashMap<>();
    returnAddress.ifPresent(address -> hidden.put("redirect_url", address.toString()));
    if (instance.development()) {
      hidden.put("__clerk_db_jwt", client.devBrowser());
    }
    return hidden;
  }

  /**
   * Goes back to the application. In development the address names the browser; in production the
   * cookies say that the client changed. Either makes the application ask with a handshake.
   */
  Reply leave(Instance instance) {
    Directives cookies =
        new Directives(instance, returnAddress.filter(ReturnAddress::secure).isPresent())
            .client(client);
    if (!instance.development()) {
      cookies.clientUpdatedAt(client.updatedAt()).noSession();
    }
    String location =
        returnAddress
            .map(
                address ->
                    instance.development()
                        ? address.with("__clerk_db_jwt", client.devBrowser())
                        : address.toString())
            .orElse("/");
    return Reply.redirect(303, location).withCookies(cookies.list());
  }

  /** Names the visit without its parameters. */
  @Override
  public String toString() {
    return call.toString();
  }
}

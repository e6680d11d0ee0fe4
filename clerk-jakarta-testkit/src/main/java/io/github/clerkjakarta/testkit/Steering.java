package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Faults;
import io.github.clerkjakarta.testkit.internal.http.Html;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.ReturnAddress;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets a person at the browser look at the instance and steer it. Pages of other origins can do
 * neither: what changes something has to come from a page of this address, and the address has to
 * be one of this machine, whatever name leads here.
 */
final class Steering {

  private final Instance instance;
  private final State state;
  private final SessionTokens tokens;
  private final LocalClerk clerk;
  private final Faults faults;
  private final SteeringPage page;

  Steering(
      Instance instance,
      State state,
      SessionTokens tokens,
      LocalClerk clerk,
      Faults faults,
      Webhooks webhooks) {
    this.instance = instance;
    this.state = state;
    this.tokens = tokens;
    this.clerk = clerk;
    this.faults = faults;
    this.page = new SteeringPage(clerk, state, tokens, webhooks);
  }

  void addTo(Routes routes) {
    routes
        .add("GET /", this::show)
        .add("POST /steer/expire", call -> session(call, each -> end(each, SessionStatus.EXPIRED)))
        .add("POST /steer/revoke", call -> session(call, each -> end(each, SessionStatus.REVOKED)))
        .add("POST /steer/pending", call -> session(call, Session::pending))
        .add(
            "POST /steer/stale",
            call -> session(call, each -> each.verifiedAt(tokens.now().minus(Duration.ofDays(2)))))
        .add("POST /steer/rotate", call -> change(call, clerk::rotateKey))
        .add("POST /steer/withdraw", call -> change(call, clerk::withdrawEarlierKeys))
        .add("POST /steer/no-azp", call -> change(call, clerk::leaveOutAuthorizedParty))
        .add("POST /steer/reset", call -> change(call, clerk::reset))
        .add("POST /steer/slow", this::slow)
        .add("POST /steer/webhook", this::webhook);
  }

  private Reply show(Call call) {
    if (!atHome(call)) {
      return strange();
    }
    return Visit.receive(
        call,
        instance,
        state,
        visit ->
            Reply.html(
                200,
                page.html(
                    visit
                        .client()
                        .session()
                        .map(Pages::describe)
                        .orElse("Nobody is signed in here."),
                    faults.slowness())));
  }

  private Reply slow(Call call) {
    Optional<Duration> seconds =
        call.parameter("seconds")
            .filter(value -> value.matches("\\d{1,3}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    return change(call, () -> seconds.ifPresent(faults::slowDown));
  }

  /** Sends a webhook about a person; what became of it stands on the page. */
  private Reply webhook(Call call) {
    Optional<String> type = call.parameter("type").filter(SteeringPage.WEBHOOKS::contains);
    Optional<Person> person =
        call.parameter("person").flatMap(state.directory()::account).map(Account::person);
    return change(
        call,
        () -> {
          if (type.isPresent() && person.isPresent()) {
            try {
              clerk.sendWebhook(type.get(), person.get());
            } catch (IllegalStateException | UncheckedIOException e) {
              // the page says so
            }
          }
        });
  }

  private Reply session(Call call, Consumer<Session> change) {
    return change(call, () -> call.parameter("session").flatMap(state::session).ifPresent(change));
  }

  private void end(Session session, SessionStatus ending) {
    session.client().end(session, ending, tokens.now());
  }

  private Reply change(Call call, Runnable change) {
    boolean own = call.origin().equals(Optional.of("http://" + call.host()));
    if (!own || !atHome(call)) {
      return strange();
    }
    change.run();
    return Reply.redirect(303, "/");
  }

  /** A name that leads here may be anyone's, so that the origin alone says little. */
  private static boolean atHome(Call call) {
    return ReturnAddress.of("http://" + call.host())
        .filter(each -> each.rest().isEmpty())
        .isPresent();
  }

  private static Reply strange() {
    return Reply.html(
        403,
        Html.page(
            "Not from here",
            Html.alert(
                "Only a page of LocalClerk itself, at a name of this machine, may do that.")));
  }
}

package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.PublishableKey.InstanceType;
import io.github.clerkjakarta.RequestState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a caller who must be signed in and isn't gets to hear: a browser that asks for a page is
 * sent to sign in where that can help, all others are told.
 */
record SignedOutAnswer(PublicAddress address) {

  Denial to(HttpServletRequest request, RequestState state) {
    Cure cure = state.reason().map(Cure::of).orElse(Cure.SIGN_IN);
    if (cure == Cure.LATER) {
      String general =
          "Who is calling can't be verified at the moment. Try again in a few seconds.";
      return new Denial.Unavailable(text(state, general));
    }
    if (cure == Cure.SIGN_IN && HandshakeLoop.endedBefore(request)) {
      return new Denial.Challenge(text(state, "Not signed in.", HandshakeLoop.LIKELY_CAUSE));
    }
    if (cure == Cure.SIGN_IN && DocumentNavigation.is(request)) {
      Optional<Denial> trip = trip(request, state);
      if (trip.isPresent()) {
        return trip.get();
      }
    }
    return new Denial.Challenge(text(state, "Not signed in."));
  }

  private Optional<Denial> trip(HttpServletRequest request, RequestState state) {
    String back = address.url(request);
    int made = SignInTrips.made(request, back);
    if (SignInTrips.areEnough(made)) {
      return Optional.empty();
    }
    Origin origin = address.origin(request);
    return SignInPage.of(state.settings(), origin, request.getContextPath())
        .map(page -> isPending(state) ? page.tasksReturningTo(back) : page.returningTo(back))
        .map(location -> new Denial.Trip(location, SignInTrips.cookie(made, back, origin)));
  }

  /** Somebody is signed in and counts as nobody: there are session tasks to do. */
  private static boolean isPending(RequestState state) {
    return state instanceof RequestState.SignedIn;
  }

  private static String text(RequestState state, String general) {
    return text(state, general, state.message().orElse(""));
  }

  private static String text(RequestState state, String general, String detail) {
    boolean development =
        state
            .settings()
            .publishableKey()
            .flatMap(PublishableKey::parse)
            .filter(key -> key.instanceType() == InstanceType.DEVELOPMENT)
            .isPresent();
    Optional<String> exact = state.reason().map(reason -> (reason + " " + detail).strip());
    return Denial.text(development, general, exact);
  }
}

package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RedirectOptions;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds {@link Redirects} against {@code redirectToSignIn()} and {@code redirectToSignUp()}, whose
 * return address is an application's own word. Here it may come from anybody; so the application
 * says the same by allowing the origin.
 */
final class RedirectComparison {

  private RedirectComparison() {}

  static List<Mismatch> compare(Vector vector) {
    Map<String, @Nullable Object> given = Values.object(vector.json(), "redirect");
    Map<String, @Nullable Object> expected = vector.expected();
    String location;
    try {
      location = location(given);
    } catch (ClerkConfigurationException e) {
      return thrown(expected, e);
    }
    if (expected.containsKey("throws")) {
      return List.of(new Mismatch("throws", expected.get("throws"), location));
    }
    Map<String, @Nullable Object> wanted = Values.object(expected, "location");
    Map<String, @Nullable Object> parts = LocationParts.of(location, wanted);
    Map<String, @Nullable Object> comparable = LocationParts.comparable(wanted);
    List<Mismatch> mismatches = new ArrayList<>();
    for (String part : List.of("url", "query", "fragment", "inner")) {
      if (!Values.equal(comparable.get(part), parts.get(part))) {
        mismatches.add(new Mismatch("location." + part, comparable.get(part), parts.get(part)));
      }
    }
    return mismatches;
  }

  private static List<Mismatch> thrown(
      Map<String, @Nullable Object> expected, ClerkConfigurationException thrown) {
    boolean asExpected =
        expected.containsKey("throws")
            && (Boolean.TRUE.equals(expected.get("messageIsInformative"))
                || Values.equal(expected.get("throws"), thrown.getMessage()));
    return asExpected
        ? List.of()
        : List.of(new Mismatch("throws", expected.get("throws"), thrown.toString()));
  }

  private static String location(Map<String, @Nullable Object> given) {
    Optional<String> back =
        Values.optionalString(given, "returnBackUrl").filter(url -> !url.isEmpty());
    RedirectOptions options =
        back.map(url -> RedirectOptions.builder().returnBackUrl(url))
            .orElseGet(() -> RedirectOptions.builder().withoutReturn())
            .build();
    return switch (Values.string(given, "call")) {
      case "redirectToSignIn" -> Redirects.toSignIn(state(given, back), options);
      case "redirectToSignUp" -> Redirects.toSignUp(state(given, back), options);
      default -> throw new IllegalArgumentException("No such call: " + given.get("call"));
    };
  }

  private static RequestState state(Map<String, @Nullable Object> given, Optional<String> back) {
    Map<String, List<String>> headers =
        Values.optionalString(given, "devBrowserToken")
            .map(token -> Map.of("cookie", List.of("__clerk_db_jwt=" + token)))
            .orElse(Map.of());
    ClerkRequest request = ClerkRequest.of("GET", Values.string(given, "baseUrl"), headers);
    String status = Values.optionalString(given, "sessionStatus").orElse("active");
    return RequestState.about(request, settings(given, back)).signedIn(session(status), "token");
  }

  private static RequestSettings settings(
      Map<String, @Nullable Object> given, Optional<String> back) {
    ClerkOptions.Builder options = ClerkOptions.builder();
    Values.optionalString(given, "publishableKey").ifPresent(options::publishableKey);
    Values.optionalString(given, "signInUrl").ifPresent(options::signInUrl);
    Values.optionalString(given, "signUpUrl").ifPresent(options::signUpUrl);
    options.satellite(Boolean.TRUE.equals(given.get("isSatellite")));
    back.flatMap(RedirectComparison::origin)
        .map(List::of)
        .ifPresent(options::allowedRedirectOrigins);
    return RequestSettings.of(options.build());
  }

  private static Optional<String> origin(String address) {
    return Optional.ofNullable(WebUrl.parse(address)).map(WebUrl::origin);
  }

  private static Auth session(String status) {
    return (Auth)
        Proxy.newProxyInstance(
            Auth.class.getClassLoader(),
            new Class<?>[] {Auth.class},
            (proxy, method, arguments) ->
                method.getName().equals("sessionStatus")
                    ? Optional.of(status)
                    : method.invoke(Auth.nobody(), arguments));
  }
}

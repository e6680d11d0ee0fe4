package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser may be sent back to: an address of this application's own origin or of an allowed
 * one, however it is written.
 */
public final class SafeReturnAddress {

  private static final Pattern FORM = Pattern.compile("(?:/(?!/)|(?i:https?)://[^/]).*");

  private SafeReturnAddress() {}

  /** The absolute URL that is asked for; empty where it leads elsewhere. */
  public static Optional<String> of(RequestState state, String asked) {
    WebUrl url = IncomingRequest.publicUrl(state);
    return Optional.ofNullable(within(url, state.settings().allowedRedirectOrigins(), asked))
        .map(WebUrl::href);
  }

  /** The URL that is asked for; null where it leads elsewhere. */
  static @Nullable WebUrl within(@Nullable WebUrl own, List<String> allowed, String asked) {
    if (!FORM.matcher(asked).matches() || asked.chars().anyMatch(SafeReturnAddress::isAmbiguous)) {
      return null;
    }
    WebUrl url = own == null ? WebUrl.parse(asked) : WebUrl.parse(asked, own);
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      return null;
    }
    boolean ours = own != null && url.hasOriginOf(own);
    return ours || isAmong(allowed, url) ? url : null;
  }

  /** Whether one of these origins is the URL's. */
  static boolean isAmong(List<String> origins, WebUrl url) {
    return origins.stream()
        .map(WebUrl::parse)
        .anyMatch(origin -> origin != null && origin.hasOriginOf(url));
  }

  /** White space, control characters and backslashes are not read alike everywhere. */
  private static boolean isAmbiguous(int character) {
    return character <= ' ' || character == '\\' || Character.isISOControl(character);
  }
}

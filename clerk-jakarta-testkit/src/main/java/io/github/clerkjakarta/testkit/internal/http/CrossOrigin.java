package io.github.clerkjakarta.testkit.internal.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets pages of other origins on this machine read what the Frontend API answers, as ClerkJS needs
 * it: the CORS protocol of the Fetch standard, section 3.3. Safe for use by several threads.
 */
public final class CrossOrigin {

  private static final Pattern FOR_BROWSERS =
      Pattern.compile(
          "/v1/(client|dev_browser|environment|me|organizations|waitlist|billing)(/.*)?"
              + "|/api_keys(/.*)?|/npm/.*|/images/.*");

  private volatile boolean refused;

  public void refuse(boolean refuse) {
    refused = refuse;
  }

  /** The answer to a preflight request; nothing else of a call is looked at. */
  public Optional<Reply> preflight(Call call) {
    return call.method().equals("OPTIONS") && forBrowsers(call)
        ? Optional.of(Reply.noContent())
        : Optional.empty();
  }

  /** The reply, with what tells the browser that the page may read it. */
  public Reply allow(Call call, Reply reply) {
    Optional<String> origin = call.origin().filter(CrossOrigin::onThisMachine);
    if (refused || origin.isEmpty() || !forBrowsers(call)) {
      return reply;
    }
    return reply
        .with("Access-Control-Allow-Origin", origin.get())
        .with("Access-Control-Allow-Credentials", "true")
        .with("Access-Control-Allow-Methods", "GET, POST")
        .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .with("Vary", "Origin");
  }

  private static boolean forBrowsers(Call call) {
    return FOR_BROWSERS.matcher(call.path()).matches();
  }

  private static boolean onThisMachine(String origin) {
    return ReturnAddress.of(origin).filter(address -> address.rest().isEmpty()).isPresent();
  }
}

package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Ends the handshakes of a browser that keeps no cookie at all, which a development instance would
 * send to Clerk and back for ever: the cookie that counts redirects is withheld with the others.
 * Who brings any cookie isn't counted, and a browser is told from others by all that tells them
 * apart, so that nobody is shut out by another. Thread-safe.
 */
final class CookielessBrowsers {

  private static final int MOST_HANDSHAKES = 10;
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();
  private static final int REMEMBERED = 1_000;

  private final LongSupplier nanoTime;
  private final Map<String, Row> rows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** None yet; measures by a clock that never steps back, in nanoseconds. */
  CookielessBrowsers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether a browser that is about to be sent to Clerk has been there too often. */
  boolean endHandshakes(HttpServletRequest request, RequestState state) {
    IncomingRequest incoming = IncomingRequest.of(state);
    WebUrl here = IncomingRequest.publicUrl(state);
    if (!state.settings().isDevelopment()
        || here == null
        || incoming.headerValue("cookie") != null) {
      return false;
    }
    String browser =
        String.join(
            "\n",
            String.valueOf(request.getRemoteAddr()),
            String.valueOf(incoming.headerValue("x-forwarded-for")),
            String.valueOf(incoming.headerValue("user-agent")),
            here.href());
    return count(browser) > MOST_HANDSHAKES;
  }

  private synchronized int count(String browser) {
    long now = nanoTime.getAsLong();
    Row row = rows.get(browser);
    int count = row == null || now - row.start() > WINDOW ? 1 : row.handshakes() + 1;
    rows.put(browser, new Row(count == 1 || row == null ? now : row.start(), count));
    return count;
  }

  private record Row(long start, int handshakes) {}
}

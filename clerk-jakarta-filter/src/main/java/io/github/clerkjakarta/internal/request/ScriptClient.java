package io.github.clerkjakarta.internal.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script of a known library that sends requests in the name of a page, and can be told to open
 * another one.
 */
public enum ScriptClient {
  /**
   * The script of Jakarta Faces, with a partial request.
   *
   * @see <a
   *     href="https://jakarta.ee/specifications/faces/4.0/jakarta-faces-4.0#request-and-response-processing">Jakarta
   *     Faces 4.0: ajax</a>
   */
  FACES("faces-request", "partial/ajax", "referer"),
  /**
   * htmx.
   *
   * @see <a href="https://htmx.org/reference/#headers">htmx: HTTP header reference</a>
   */
  HTMX("hx-request", "true", "hx-current-url");

  private final String header;
  private final String value;
  private final String pageHeader;

  ScriptClient(String header, String value, String pageHeader) {
    this.header = header;
    this.value = value;
    this.pageHeader = pageHeader;
  }

  /** The script that sent a request; null when none of these did. */
  public static @Nullable ScriptClient of(IncomingRequest request) {
    for (ScriptClient client : values()) {
      if (client.value.equals(request.headerValue(client.header))) {
        return client;
      }
    }
    return null;
  }

  /** The address of the page that the script is on, as the client says; empty when it doesn't. */
  public Optional<String> page(IncomingRequest request) {
    String page = request.headerValue(pageHeader);
    return Optional.ofNullable(page == null ? request.headerValue("referer") : page);
  }
}

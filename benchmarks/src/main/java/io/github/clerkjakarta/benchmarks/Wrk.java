package io.github.clerkjakarta.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The load: Debian's {@code wrk}, with sessions that take turns. */
final class Wrk {

  /** How many there are. */
  static final int SESSIONS = 256;

  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final int CONNECTIONS = 8;

  private Wrk() {}

  /** Whether the program is there. */
  static boolean isInstalled() {
    try {
      Process process =
          new ProcessBuilder("wrk", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.onExit().thenApply(ended -> true).join();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes the script that makes the requests.
   *
   * @return its file, to be deleted by the caller
   */
  static Path script(Carrier carrier, SignedSessionTokens tokens) throws IOException {
    StringBuilder script = new StringBuilder("local sessions = {\n");
    for (int i = 0; i < SESSIONS; i++) {
      script.append("  {").append(table(carrier.headers(tokens.token(i)))).append("},\n");
    }
    script.append(
        """
        }
        local requests = {}
        local next = 0
        function init(arguments)
          for number, headers in ipairs(sessions) do
            requests[number] = wrk.format("GET", nil, headers)
          end
        end
        function request()
          next = next % #requests + 1
          return requests[next]
        end
        """);
    return Files.writeString(Files.createTempFile("requests", ".lua"), script);
  }

  /**
   * Sends requests for a while, one after the other on each connection.
   *
   * @return how many were answered
   * @throws IOException when one was answered wrongly, or not at all
   */
  static long run(Path script, int port, String path, Duration duration) throws IOException {
    Process process =
        new ProcessBuilder(
                "wrk",
                "--threads=1",
                "--connections=" + CONNECTIONS,
                "--timeout=20s",
                "--duration=" + duration.toSeconds() + "s",
                "--script=" + script,
                "http://127.0.0.1:" + port + path + "/invoices?page=2&sort=date")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher requests = REQUESTS.matcher(output);
    if (!requests.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
      throw new IOException("wrk says:\n" + output);
    }
    return Long.parseLong(requests.group(1));
  }

  /** By this spelling wrk sees that the header is there, and adds none of its own. */
  private static String name(String header) {
    return header.equals("host") ? "Host" : header;
  }

  private static String table(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .map(
            header ->
                "[\"%s\"] = \"%s\"".formatted(name(header.getKey()), header.getValue().get(0)))
        .collect(Collectors.joining(", "));
  }
}

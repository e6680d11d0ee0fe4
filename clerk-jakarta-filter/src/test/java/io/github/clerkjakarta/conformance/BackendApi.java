package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's Backend API as a vector describes it, on a loopback socket of its own. One connection for
 * each call, so that nothing of an earlier vector reaches into the next.
 */
final class BackendApi implements AutoCloseable {

  private static final Map<String, @Nullable Object> UNMATCHED =
      Map.of(
          "status",
          404L,
          "responseBody",
          Map.of("errors", List.of(Map.of("code", "resource_not_found", "message", "not found"))));

  private final ServerSocket socket;
  private final List<Map<String, @Nullable Object>> calls = new ArrayList<>();
  private List<Map<String, @Nullable Object>> answers = List.of();
  private boolean lastFailed;

  BackendApi() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("No free port on loopback", e);
    }
    Thread acceptor = new Thread(this::accept, "backend-api");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** This server in place of another, with the path of that one's URL. */
  String standingInFor(@Nullable String apiUrl) {
    String path = apiUrl == null ? null : URI.create(apiUrl).getRawPath();
    return "http://127.0.0.1:" + socket.getLocalPort() + (path == null ? "" : path);
  }

  /** From now on these are the answers; the calls made before are forgotten. */
  synchronized void answer(List<Map<String, @Nullable Object>> newAnswers) {
    answers = newAnswers;
    calls.clear();
    lastFailed = false;
  }

  /** The calls since then, equal ones in a row as one with {@code times}. */
  synchronized List<Map<String, @Nullable Object>> calls() {
    List<Map<String, @Nullable Object>> counted = new ArrayList<>();
    for (Map<String, @Nullable Object> call : calls) {
      int last = counted.size() - 1;
      if (last >= 0 && Values.equal(Values.without(counted.get(last), "times"), call)) {
        long before = counted.get(last).get("times") instanceof Long times ? times : 0;
        counted.set(last, Values.with(call, "times", before + 1));
      } else {
        counted.add(Values.with(call, "times", 1L));
      }
    }
    return counted;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread worker = new Thread(() -> serve(connection), "backend-api-call");
        worker.setDaemon(true);
        worker.start();
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      String[] requestLine = line(in).split(" ");
      if (requestLine.length < 2) {
        return;
      }
      Map<String, String> headers = new LinkedHashMap<>();
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        int colon = header.indexOf(':');
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).trim());
      }
      byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
      Map<String, @Nullable Object> answer = record(requestLine[0], requestLine[1], headers, body);
      if (!Boolean.TRUE.equals(answer.get("networkError"))) {
        connection.getOutputStream().write(response(answer));
      }
    } catch (IOException e) {
      // the caller went away; what it called for is on record
    }
  }

  private synchronized Map<String, @Nullable Object> record(
      String method, String target, Map<String, String> headers, byte[] body) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    if (mark >= 0) {
      LocationParts.query(target.substring(mark + 1))
          .forEach(pair -> query.putIfAbsent(pair.get(0), pair.get(1)));
    }
    Map<String, @Nullable Object> call = new LinkedHashMap<>();
    call.put("method", method);
    call.put("path", path);
    call.put("query", query);
    call.put("authorization", headers.get("authorization"));
    call.put("clerkApiVersion", headers.get("clerk-api-version"));
    call.put("body", json(body));
    Map<String, @Nullable Object> answer = answerTo(method, path, query);
    // The JDK's HttpClient sends a GET once more whose connection ended without an answer. That is
    // the same call.
    if (!lastFailed || !Values.equal(call, calls.get(calls.size() - 1))) {
      calls.add(call);
    }
    lastFailed = Boolean.TRUE.equals(answer.get("networkError"));
    return answer;
  }

  private Map<String, @Nullable Object> answerTo(
      String method, String path, Map<String, @Nullable Object> query) {
    return answers.stream()
        .filter(
            answer ->
                Values.equal(answer.get("method"), method)
                    && Values.equal(answer.get("path"), path)
                    && Values.object(answer, "query").entrySet().stream()
                        .allMatch(q -> Values.equal(q.getValue(), query.get(q.getKey()))))
        .findFirst()
        .orElse(UNMATCHED);
  }

  private static @Nullable Object json(byte[] body) {
    if (body.length == 0) {
      return null;
    }
    try {
      return JsonValues.read(body);
    } catch (JsonSyntaxException e) {
      return "not JSON: " + new String(body, StandardCharsets.UTF_8);
    }
  }

  private static byte[] response(Map<String, @Nullable Object> answer) {
    boolean plain = answer.containsKey("responseText");
    byte[] body =
        (plain
                ? String.valueOf(answer.get("responseText"))
                : JsonValues.write(answer.get("responseBody")))
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + answer.get("status")
            + " Vector\r\ncontent-type: "
            + (plain ? "text/plain" : "application/json")
            + "\r\ncontent-length: "
            + body.length
            + "\r\nconnection: close\r\n\r\n";
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    response.writeBytes(body);
    return response.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}

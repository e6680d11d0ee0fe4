package io.github.clerkjakarta.security.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back (RFC 9112).
 *
 * @param status the status code
 * @param headers the header lines, as sent
 * @param body the body, chunks joined
 */
record Answer(int status, List<String> headers, String body) {

  /** Reads one answer and leaves what follows it. */
  static Answer read(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    List<String> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      headers.add(line);
    }
    Answer head = new Answer(status, List.copyOf(headers), "");
    return new Answer(status, head.headers, head.readBody(in));
  }

  List<String> all(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  private String readBody(InputStream in) throws IOException {
    if (status < 200 || status == 204 || status == 304) {
      return "";
    }
    byte[] bytes;
    if (first("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      bytes = chunks(in);
    } else if (first("Content-Length").isPresent()) {
      bytes = in.readNBytes(Integer.parseInt(first("Content-Length").get()));
    } else {
      bytes = in.readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(line(in), 16);
      body.write(in.readNBytes(length));
      line(in);
    } while (length > 0);
    return body.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}

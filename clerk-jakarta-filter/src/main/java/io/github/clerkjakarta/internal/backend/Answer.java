package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Backend API answered. */
final class Answer {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers lower-case names, each with its first value
   * @param body the whole body
   */
  Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** Whether the status is between 200 and 299. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The first value of a header, whatever the case of its name. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** All headers, each with its first value. */
  HttpHeaders httpHeaders() {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return HttpHeaders.of(all, (name, value) -> true);
  }

  /** The body from its beginning. */
  InputStream bodyStream() {
    return new ByteArrayInputStream(body);
  }

  /** Whether the answer calls itself JSON. */
  boolean isJson() {
    String type = header("content-type").orElse("").toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.startsWith("application/json;");
  }

  /**
   * The body's JSON value, whatever the answer calls itself.
   *
   * @throws JsonSyntaxException when the body isn't JSON
   */
  @Nullable Object json() throws JsonSyntaxException {
    return JsonValues.read(body);
  }

  /**
   * The errors that the body lists in Clerk's form, {@code {"errors":[{"code":…,"message":…}]}};
   * none when it has another form.
   *
   * @throws JsonSyntaxException when the body isn't JSON
   */
  List<ApiError> errors() throws JsonSyntaxException {
    List<ApiError> errors = new ArrayList<>();
    if (json() instanceof Map<?, ?> members && members.get("errors") instanceof List<?> listed) {
      for (Object error : listed) {
        if (error instanceof Map<?, ?> described) {
          errors.add(new ApiError(text(described.get("code")), text(described.get("message"))));
        }
      }
    }
    return List.copyOf(errors);
  }

  private static String text(@Nullable Object member) {
    return member instanceof String text ? text : "";
  }

  /**
   * One error as Clerk describes it.
   *
   * @param code for example {@code clerk_key_invalid}, possibly empty
   * @param message Clerk's sentence, possibly empty
   */
  record ApiError(String code, String message) {}
}

package io.github.clerkjakarta.testkit.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as read off the socket. Parameters are those of the query and of the body. */
public record Call(
    String method,
    String path,
    String rawQuery,
    Map<String, String> query,
    Map<String, String> body,
    String form,
    Map<String, @Nullable Object> json,
    Map<String, String> cookies,
    Optional<String> authorization,
    Optional<String> origin,
    Optional<String> referrer,
    String host) {

  /** Below it everything is answered as well, as by a proxy on an application's own host. */
  public static final String PROXY_PATH = "/__clerk";

  private static final int MAX_BODY_BYTES = 64 * 1024;
  private static final Set<String> INSTEAD_OF_POST = Set.of("PATCH", "PUT", "DELETE");

  public static Call read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    Map<String, String> query = Query.parse(exchange.getRequestURI().getRawQuery());
    String contentType = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
    String form =
        contentType.startsWith("application/x-www-form-urlencoded")
            ? new String(body, StandardCharsets.UTF_8)
            : "";
    boolean isJson = contentType.startsWith("application/json");
    return new Call(
        method(exchange.getRequestMethod(), query),
        path(exchange.getRequestURI().getPath()),
        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
        query,
        isJson ? Json.texts(body) : Query.parse(form),
        form,
        isJson ? Json.object(new String(body, StandardCharsets.UTF_8)) : Map.of(),
        cookies(headers),
        Optional.ofNullable(headers.getFirst("Authorization")),
        Optional.ofNullable(headers.getFirst("Origin")),
        Optional.ofNullable(headers.getFirst("Referer")),
        Optional.ofNullable(headers.getFirst("Host")).orElse(""));
  }

  /** A parameter that is there and not blank; a value of the body wins over the query's. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(body.getOrDefault(name, query.get(name)))
        .filter(value -> !value.isBlank());
  }

  /** What a form field holds, though it may be blank; empty where the form has no such field. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(body.get(name));
  }

  /** Every value of a form field that repeats. */
  public List<String> fields(String name) {
    return Query.values(form, name).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The members of an object in a JSON body; empty where there is no such object. */
  public Optional<Map<String, @Nullable Object>> object(String name) {
    return json.get(name) instanceof Map<?, ?> object
        ? Optional.of(Json.members(object))
        : Optional.empty();
  }

  /** The texts of an array in a JSON body, or a lone text in its place. */
  public List<String> texts(String name) {
    Object member = json.get(name);
    List<?> all =
        member instanceof List<?> list ? list : member == null ? List.of() : List.of(member);
    return all.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** The values of a query parameter that may repeat, or have commas between them. */
  public List<String> choice(String name) {
    return Query.values(rawQuery, name).stream()
        .flatMap(each -> Stream.of(each.split(",", -1)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Whether it is a server that asks: only servers have a secret key. */
  public boolean isOfServer() {
    return authorization.filter(header -> header.startsWith("Bearer sk_")).isPresent();
  }

  /** The origin of the page that asks; browsers leave it out of a GET within one origin. */
  public Optional<String> page() {
    return origin
        .filter(each -> !each.equals("null"))
        .or(() -> referrer.flatMap(ReturnAddress::of).map(ReturnAddress::origin));
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /** ClerkJS sends GET and POST alone, and says by {@code _method} what a POST stands for. */
  private static String method(String method, Map<String, String> query) {
    String meant = query.getOrDefault("_method", "");
    return method.equals("POST") && INSTEAD_OF_POST.contains(meant) ? meant : method;
  }

  /**
   * The path as Clerk has it. ClerkJS puts two slashes before one that has no version, and Java's
   * server takes them only behind something: hence the path by which a proxy may be known.
   */
  private static String path(String asked) {
    return asked.replaceFirst("^" + PROXY_PATH + "(?=/)", "").replaceFirst("^/{2,}", "/");
  }

  private static Map<String, String> cookies(Headers headers) {
    Map<String, String> cookies = new HashMap<>();
    for (String header : headers.getOrDefault("Cookie", List.of())) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          cookies.putIfAbsent(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
      }
    }
    return cookies;
  }

  /** Names the call without its parameters, cookies and credentials. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}

package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tokens in a request, taken apart. Verifies nothing. */
final class PresentedTokens {

  private PresentedTokens() {}

  /**
   * A token's header and payload.
   *
   * @param text the token
   * @param header the JOSE header
   * @param payload the claims
   */
  record Token(
      String text, Map<String, @Nullable Object> header, Map<String, @Nullable Object> payload) {}

  /**
   * The token that a call is decided by: the one in the header, or the cookie that was accepted.
   */
  static Optional<Token> deciding(Vector.Call call) {
    String authorization = call.header("authorization");
    if (!authorization.isEmpty()) {
      String[] words = authorization.split(" ", 2);
      if (words.length == 1 || words[0].equals("Bearer")) {
        return token(words[words.length - 1]);
      }
    }
    Optional<String> suffix = Values.optionalString(call.expected(), "tokenSuffix");
    List<String> sessions =
        cookies(call)
            .filter(cookie -> cookie.get(0).matches("__session(_.{8})?"))
            .map(cookie -> cookie.get(1))
            .filter(text -> suffix.isEmpty() || text.endsWith(suffix.get()))
            .distinct()
            .toList();
    return sessions.size() == 1 ? token(sessions.get(0)) : Optional.empty();
  }

  /** The session token that a cookie which is to be set holds. */
  static Optional<Token> inDirective(Vector.Call call) {
    Optional<String> suffix = Values.optionalString(call.expected(), "tokenSuffix");
    return Values.list(Values.object(call.expected(), "headers").get("set-cookie")).stream()
        .map(String::valueOf)
        .filter(directive -> directive.startsWith("__session"))
        .map(directive -> directive.substring(directive.indexOf('=') + 1).split(";", 2)[0])
        .filter(text -> suffix.filter(text::endsWith).isPresent())
        .findFirst()
        .flatMap(PresentedTokens::token);
  }

  /** The session token that upstream accepted, wherever it came from. */
  static Optional<Token> accepted(Vector.Call call) {
    Optional<String> suffix = Values.optionalString(call.expected(), "tokenSuffix");
    return Stream.concat(
            Stream.of(call.header("authorization").replaceFirst("^Bearer ", "")),
            cookies(call)
                .filter(cookie -> cookie.get(0).matches("__session(_.{8})?"))
                .map(cookie -> cookie.get(1)))
        .filter(text -> suffix.filter(text::endsWith).isPresent())
        .findFirst()
        .flatMap(PresentedTokens::token)
        .or(() -> inDirective(call));
  }

  /** The handshake token that a call brings along. */
  static Optional<Token> handshake(Vector.Call call) {
    String url = Values.string(call.request(), "url");
    int mark = url.indexOf('?');
    Stream<List<String>> query =
        mark < 0 ? Stream.of() : LocationParts.query(url.substring(mark + 1)).stream();
    return Stream.concat(query, cookies(call))
        .filter(pair -> pair.get(0).equals("__clerk_handshake"))
        .findFirst()
        .flatMap(pair -> token(pair.get(1)));
  }

  /** The first cookie of this name. */
  static Optional<String> cookie(Vector.Call call, String name) {
    return cookies(call)
        .filter(pair -> pair.get(0).equals(name))
        .map(pair -> pair.get(1))
        .findFirst();
  }

  private static Stream<List<String>> cookies(Vector.Call call) {
    return Arrays.stream(call.header("cookie").split(";"))
        .filter(pair -> pair.indexOf('=') > 0)
        .map(
            pair ->
                List.of(
                    pair.substring(0, pair.indexOf('=')).trim(),
                    pair.substring(pair.indexOf('=') + 1).trim()));
  }

  private static Optional<Token> token(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return object(parts[0])
        .flatMap(header -> object(parts[1]).map(payload -> new Token(text, header, payload)));
  }

  private static Optional<Map<String, @Nullable Object>> object(String part) {
    try {
      Object value = JsonValues.read(Base64.getUrlDecoder().decode(part));
      return value instanceof Map<?, ?> ? Optional.of(Values.object(value)) : Optional.empty();
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

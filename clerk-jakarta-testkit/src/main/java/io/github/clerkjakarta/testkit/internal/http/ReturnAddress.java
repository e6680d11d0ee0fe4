package io.github.clerkjakarta.testkit.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@code redirect_url} that is safe to follow: an absolute http or https address on this machine.
 * Everything after the authority is kept as it came, so an application finds its query unchanged.
 */
public record ReturnAddress(String origin, String rest) {

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(https?://(?:(?:[a-z0-9-]+\\.)*localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?)"
              + "((?:[/?#].*)?)",
          Pattern.CASE_INSENSITIVE);

  public static Optional<ReturnAddress> of(String redirectUrl) {
    Matcher matcher = LOOPBACK.matcher(redirectUrl);
    return matcher.matches()
        ? Optional.of(new ReturnAddress(matcher.group(1), encode(matcher.group(2))))
        : Optional.empty();
  }

  /** The address with a query parameter set, in place of any of that name. */
  public String with(String name, String value) {
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash);
    String beforeFragment = hash < 0 ? rest : rest.substring(0, hash);
    int question = beforeFragment.indexOf('?');
    String path = question < 0 ? beforeFragment : beforeFragment.substring(0, question);
    String query = question < 0 ? "" : beforeFragment.substring(question + 1);
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(pair -> !pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "="))
            .map(pair -> pair + "&")
            .collect(Collectors.joining());
    return origin
        + path
        + "?"
        + kept
        + name
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8)
        + fragment;
  }

  /** Whether cookies of that host, which know no ports, reach this address. */
  public boolean isAt(String hostAndPort) {
    String authority = origin.substring(origin.indexOf("//") + 2);
    return name(authority).equalsIgnoreCase(name(hostAndPort));
  }

  private static String name(String hostAndPort) {
    return hostAndPort.replaceFirst(":\\d+$", "");
  }

  public boolean secure() {
    return origin.regionMatches(true, 0, "https:", 0, "https:".length());
  }

  @Override
  public String toString() {
    return origin + rest;
  }

  /** A header can carry visible ASCII only (RFC 9110 section 5.5). */
  private static String encode(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(
            each ->
                each.charAt(0) > ' ' && each.charAt(0) < 0x7f
                    ? each
                    : URLEncoder.encode(each, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining());
  }
}

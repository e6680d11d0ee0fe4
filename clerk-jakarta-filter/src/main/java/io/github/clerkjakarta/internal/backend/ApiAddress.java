package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.web.Loopback;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the Backend API is. */
final class ApiAddress {

  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  private final URI api;
  private final String apiVersion;

  /**
   * The address of one version of one Backend API.
   *
   * @throws ClerkConfigurationException when {@code apiUrl} is anything but {@code
   *     https://host[:port][/path]}; {@code http} is allowed to this machine only, because the
   *     secret key goes with every call
   */
  ApiAddress(String apiUrl, String apiVersion) {
    this.api = parse(apiUrl);
    this.apiVersion = apiVersion;
  }

  /** Whether calls are encrypted. */
  boolean isHttps() {
    return api.getScheme().equalsIgnoreCase("https");
  }

  /** The whole address of one call. */
  URI of(String path, Map<String, String> query) {
    String address = joined(api.getRawPath() + "/" + apiVersion + "/" + path);
    return URI.create(query.isEmpty() ? address : address + "?" + form(query));
  }

  /** The whole address of a call that has no version in its path. */
  URI unversioned(String path) {
    return URI.create(joined(api.getRawPath() + "/" + path));
  }

  /**
   * Text as one segment of a path (RFC 3986, section 3.3).
   *
   * @throws IllegalArgumentException when it would lead elsewhere: empty, or dots
   */
  static String segment(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("Nothing at Clerk is named \"" + text + "\"");
    }
    return encoded(text).replace("+", "%20");
  }

  private String joined(String path) {
    return api.getScheme() + "://" + api.getRawAuthority() + SLASHES.matcher(path).replaceAll("/");
  }

  private static URI parse(String apiUrl) {
    URI api;
    try {
      api = URI.create(apiUrl);
    } catch (IllegalArgumentException e) {
      throw unusable();
    }
    boolean whole =
        api.getScheme() != null
            && api.getHost() != null
            && api.getRawUserInfo() == null
            && api.getRawQuery() == null
            && api.getRawFragment() == null;
    if (!whole) {
      throw unusable();
    }
    boolean https = api.getScheme().equalsIgnoreCase("https");
    boolean http = api.getScheme().equalsIgnoreCase("http");
    if (!https && !(http && Loopback.is(api.getHost()))) {
      throw unusable();
    }
    return api;
  }

  /** Doesn't repeat the value: a password in it would be printed. */
  private static ClerkConfigurationException unusable() {
    return new ClerkConfigurationException(
        "The Backend API's address (apiUrl, CLERK_API_URL) must be https://host, without user,"
            + " query or fragment; http:// is accepted for localhost, 127.0.0.1 and [::1] only.");
  }

  private static String form(Map<String, String> query) {
    return query.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

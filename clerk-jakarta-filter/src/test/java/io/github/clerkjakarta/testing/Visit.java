package io.github.clerkjakarta.testing;

import io.github.clerkjakarta.ClerkRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a request as a browser or a program sends it. */
public final class Visit {

  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final List<String> cookies = new ArrayList<>();
  private String method = "GET";
  private final String url;

  private Visit(String url) {
    this.url = url;
  }

  /** Somebody goes to an address. */
  public static Visit document(String url) {
    return new Visit(url).header("sec-fetch-dest", "document").header("accept", "text/html");
  }

  /** Somebody goes to the application's page. */
  public static Visit document() {
    return document("https://shop.example/orders?page=2");
  }

  /** A script asks. */
  public static Visit api() {
    return new Visit("https://shop.example/api").header("accept", "application/json");
  }

  /** A script asks with this bearer token. */
  public static ClerkRequest bearer(String token) {
    return api().header("authorization", "Bearer " + token).request();
  }

  /** Another method. */
  public Visit method(String name) {
    method = name;
    return this;
  }

  /** Sets a header. */
  public Visit header(String name, String... values) {
    headers.put(name, List.of(values));
    return this;
  }

  /** Adds a cookie behind those there are. */
  public Visit cookie(String name, String value) {
    cookies.add(name + "=" + value);
    return this;
  }

  /** The request. */
  public ClerkRequest request() {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    if (!cookies.isEmpty()) {
      all.put("cookie", List.of(String.join("; ", cookies)));
    }
    return ClerkRequest.of(method, url, all);
  }
}

package io.github.clerkjakarta.testkit;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page of an application, which calls the Frontend API as ClerkJS does. */
final class Tab {

  static final String ORIGIN = "http://localhost:8080";

  private final LocalClerk clerk;
  private final Map<String, String> cookies = new TreeMap<>();
  private String devBrowser = "";

  Tab(LocalClerk clerk) {
    this.clerk = clerk;
    if (clerk.publishableKey().startsWith("pk_test_")) {
      devBrowser =
          (String) Http.json(Http.post(clerk.proxyUrl() + "/v1/dev_browser", Map.of())).get("id");
    }
  }

  /** A page of the browser that a session is in. */
  static Tab of(LocalClerk clerk, Session session) {
    Tab tab = new Tab(clerk);
    tab.devBrowser = session.cookies().getOrDefault("__clerk_db_jwt", "");
    tab.cookies.put("__client", session.client().id());
    return tab;
  }

  HttpResponse<String> get(String path) {
    return Http.get(address(path), headers());
  }

  HttpResponse<String> post(String path, String... form) {
    return keep(Http.post(address(path), pairs(form), headers()));
  }

  HttpResponse<String> patch(String path, String... form) {
    return keep(Http.post(address(path + "?_method=PATCH"), pairs(form), headers()));
  }

  HttpResponse<String> delete(String path) {
    return keep(Http.post(address(path + "?_method=DELETE"), Map.of(), headers()));
  }

  /** Signs in with a password, in one step. */
  HttpResponse<String> signIn(Person person) {
    return post(
        "/v1/client/sign_ins",
        "strategy",
        "password",
        "identifier",
        person.emailAddress(),
        "password",
        person.password());
  }

  /** The id of the active session. */
  String sessionId() {
    return (String) response(get("/v1/client")).get("last_active_session_id");
  }

  Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  /** What an answer is about. */
  static Map<String, Object> response(HttpResponse<String> answer) {
    return object(Http.json(answer).get("response"));
  }

  /** The client that comes with an answer. */
  static Map<String, Object> client(HttpResponse<String> answer) {
    return object(Http.json(answer).get("client"));
  }

  /** The list that an answer is about. */
  static List<?> data(HttpResponse<String> answer) {
    return (List<?>) response(answer).get("data");
  }

  /** The code of the error that an answer is. */
  static String error(HttpResponse<String> answer) {
    List<?> errors = (List<?>) Http.json(answer).get("errors");
    return answer.statusCode() + " " + object(errors.get(0)).get("code");
  }

  static Map<String, Object> object(Object json) {
    try {
      return JSONObjectUtils.parse(JSONObjectUtils.toJSONString((Map<String, ?>) cast(json)));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> cast(Object json) {
    if (json == null) {
      throw new AssertionError("null is no object");
    }
    return (Map<String, ?>) json;
  }

  private String address(String path) {
    String query = devBrowser.isEmpty() ? "" : "__clerk_db_jwt=" + devBrowser;
    return clerk.proxyUrl() + path + (path.contains("?") ? "&" : "?") + query;
  }

  private String[] headers() {
    if (cookies.isEmpty()) {
      return new String[] {"Origin", ORIGIN};
    }
    StringBuilder cookie = new StringBuilder();
    cookies.forEach((name, value) -> cookie.append(name).append('=').append(value).append("; "));
    return new String[] {"Origin", ORIGIN, "Cookie", cookie.toString()};
  }

  private HttpResponse<String> keep(HttpResponse<String> answer) {
    for (String directive : answer.headers().allValues("Set-Cookie")) {
      String pair = directive.substring(0, directive.indexOf(';'));
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return answer;
  }

  private static Map<String, String> pairs(String... form) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < form.length; i += 2) {
      pairs.put(form[i], form[i + 1]);
    }
    return pairs;
  }
}

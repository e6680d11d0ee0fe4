package io.github.clerkjakarta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A difference on purpose excuses one thing. Each is shown a right answer and wrong ones. */
@DisplayName("The judge of a difference")
class CallVerdictTest {

  private static final String HANDSHAKE =
      """
      {
        "now": 1763336020000,
        "options": {"publishableKey": "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk"},
        "request": {"method": "GET", "url": "http://127.0.0.1:8080/path?x=1", "headers": {
          "X-Forwarded-Host": "HOST", "X-Forwarded-Proto": "SCHEME"}},
        "expected": {
          "status": "handshake",
          "reason": "client-uat-but-no-session-token",
          "message": "",
          "tokenType": "session_token",
          "isAuthenticated": false,
          "tokenSuffix": null,
          "headers": {
            "cache-control": ["no-store"],
            "location": ["https://a.example/v1?redirect_url=UPSTREAM%3Fx%3D1&format=nonce"],
            "set-cookie": ["__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2"],
            "x-clerk-auth-reason": ["client-uat-but-no-session-token"],
            "x-clerk-auth-status": ["handshake"]
          },
          "location": {
            "url": "https://a.example/v1",
            "query": [["redirect_url", "UPSTREAM?x=1"], ["format", "nonce"]],
            "inner": {"param": "redirect_url", "url": "UPSTREAM", "query": [["x", "1"]]}
          },
          "auth": null,
          "carried": {"publishableKey": "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk"},
          "backendCalls": []
        }
      }
      """;

  private static final String OWN_PAGE = "http://127.0.0.1:8080/path";

  private static final String SIGNED_IN =
      """
      {
        "now": 1763336020000,
        "options": {},
        "request": {"method": "GET", "url": "https://app.example/", "headers": {
          "authorization": "Bearer TOKEN"}},
        "checks": CHECKS,
        "expected": {
          "status": "signed-in",
          "reason": null,
          "message": null,
          "tokenType": "session_token",
          "isAuthenticated": true,
          "tokenSuffix": "SUFFIX",
          "headers": {},
          AUTH,
          "carried": {},
          "backendCalls": []
        }
      }
      """;

  private static final String CLAIMS =
      """
      {"sub": "user_1", "sid": "sess_1", "org_id": "org_1", "org_role": "org:admin",
       "org_slug": "acme", "org_permissions": ["org:docs:read"], "fva": [1, 2],
       "act": {"sub": "user_2"}}
      """;

  // the address

  @ParameterizedTest
  @DisplayName("H6, H7 knows what is no host and no protocol, and passes the container's address")
  @CsvSource({
    "shop.example/evil, https, https://shop.example/path, H6",
    "user@shop.example, https, https://shop.example/path, H6",
    "shop.example?, https, https://shop.example/path, H6",
    "shop.example, ftp, ftp://shop.example/path, H7"
  })
  void passesTheContainersAddress(String host, String scheme, String upstream, String id) {
    Vector.Call call = forwarded(host, scheme, upstream);
    CallVerdict verdict = judged(call, leadingTo(call, OWN_PAGE));
    assertThat(verdict.mismatches()).isEmpty();
    assertThat(verdict.differences()).containsExactly(id);
    assertThat(judged(call, leadingTo(call, upstream)).mismatches())
        .extracting(Mismatch::member)
        .containsExactly("location.inner");
  }

  @ParameterizedTest
  @DisplayName("H6, H7 sees what is wrong beside the address")
  @CsvSource({"shop.example/evil, https", "shop.example, ftp"})
  void seesWhatIsWrongBesideTheAddress(String host, String scheme) {
    Vector.Call call = forwarded(host, scheme, "https://shop.example/path");
    Map<String, @Nullable Object> right = leadingTo(call, OWN_PAGE);
    assertThat(judged(call, Values.with(right, "status", "signed-out")).mismatches())
        .extracting(Mismatch::member)
        .contains("status");
    assertThat(judged(call, Values.with(right, "reason", "session-token-missing")).mismatches())
        .extracting(Mismatch::member)
        .contains("reason");
    Map<String, @Nullable Object> headers = Values.object(right, "headers");
    assertThat(wrongHeaders(call, right, Values.without(headers, "set-cookie")))
        .containsExactly("headers.set-cookie");
    assertThat(wrongHeaders(call, right, Values.without(headers, "cache-control")))
        .containsExactly("headers.cache-control");
    assertThat(wrongHeaders(call, right, Values.with(headers, "x-extra", List.of("1"))))
        .containsExactly("headers.x-extra");
  }

  @ParameterizedTest
  @DisplayName("H6, H7 sees another host, path, query or parameter in the location")
  @CsvSource({
    "http%3A%2F%2F127.0.0.1%3A8080%2Fpath, http%3A%2F%2Fevil.example%2Fpath, location.inner",
    "http%3A%2F%2F127.0.0.1%3A8080%2Fpath, http%3A%2F%2F127.0.0.1%3A8080%2F, location.inner",
    "%3Fx%3D1, %3Fx%3D2, location.inner",
    "a.example, b.example, location.url",
    "format=nonce, format=token, location.query"
  })
  void seesAnotherLocation(String part, String other, String member) {
    Vector.Call call = forwarded("shop.example/evil", "https", "https://shop.example/path");
    Map<String, @Nullable Object> right = leadingTo(call, OWN_PAGE);
    Map<String, @Nullable Object> headers = Values.object(right, "headers");
    String location = String.valueOf(Values.list(headers.get("location")).get(0));
    assertThat(location).contains(part);
    assertThat(
            wrongHeaders(
                call,
                right,
                Values.with(headers, "location", List.of(location.replace(part, other)))))
        .containsExactly(member);
  }

  @Test
  @DisplayName("H6 takes the headers that a refresh hands on for what they are")
  void passesTheHeadersOfRefreshes() {
    Vector.Call call = forwarded("shop.example/evil", "https", "https://shop.example/path");
    Vector.Call refreshing = call.expecting(refresh(call.expected(), "https://shop.example"));
    Map<String, @Nullable Object> right =
        refresh(leadingTo(call, OWN_PAGE), "http://127.0.0.1:8080");
    assertThat(judged(refreshing, right).mismatches()).isEmpty();
    assertThat(
            judged(refreshing, refresh(leadingTo(call, OWN_PAGE), "https://evil.example"))
                .mismatches())
        .extracting(Mismatch::member)
        .containsExactly("backendCalls");
  }

  @Test
  @DisplayName(
      "H6 asks the engine, without a proxy, only where a referrer is held against the address")
  void asksTheEngineWhereTheAddressDecides() {
    Vector.Call call = withReferrer();
    List<Map<String, @Nullable Object>> asked = new ArrayList<>();
    Map<String, @Nullable Object> right =
        Values.with(
            refresh(leadingTo(call, OWN_PAGE), "http://127.0.0.1:8080"),
            "reason",
            "primary-domain-cross-origin-sync");
    Differences.Answer answer =
        Differences.answer(
            call,
            keys(),
            other -> {
              asked.add(other.request());
              Map<String, @Nullable Object> body =
                  Map.of("request_headers", Map.of("referer", List.of("https://shop.example/a")));
              return HandMade.outcome(
                  other, Values.with(right, "backendCalls", List.of(Map.of("body", body))));
            });
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0)).containsEntry("url", OWN_PAGE + "?x=1");
    assertThat(Values.object(asked.get(0), "headers")).containsOnlyKeys("Referer");
    assertThat(JsonValues.write(answer.expected().get("backendCalls")))
        .contains("\"x-forwarded-host\":[\"shop.example/evil\"]");
  }

  @Test
  @DisplayName("H6 doesn't take the engine's word for what isn't decided by the address")
  void asksTheEngineForNothingElse() {
    Vector.Call call = withReferrer();
    Map<String, @Nullable Object> right = leadingTo(call, OWN_PAGE);
    Map<String, @Nullable Object> headers = Values.object(right, "headers");
    Map<String, @Nullable Object> wrong =
        Values.with(right, "headers", Values.without(headers, "set-cookie"));
    for (Map<String, @Nullable Object> answer : List.of(right, wrong)) {
      CallVerdict verdict =
          CallVerdict.of(
              call,
              HandMade.outcome(call, answer),
              keys(),
              other -> HandMade.outcome(other, answer));
      assertThat(verdict.mismatches())
          .extracting(Mismatch::member)
          .isEqualTo(answer == right ? List.of() : List.of("headers.set-cookie"));
    }
  }

  private static Vector.Call withReferrer() {
    return json(
        HANDSHAKE
            .replace(
                "\"X-Forwarded-Host\"",
                "\"Referer\": \"https://shop.example/a\", \"X-Forwarded-Host\"")
            .replace("HOST", "shop.example/evil")
            .replace("SCHEME", "https")
            .replace("UPSTREAM", "https://shop.example/path"));
  }

  @Test
  @DisplayName("H6 moves a proxy below the request's own origin with it")
  void movesRelativeProxies() {
    Vector.Call call =
        json(
            HANDSHAKE
                .replace("\"options\": {", "\"options\": {\"proxyUrl\": \"/__clerk\", ")
                .replace(
                    "\"carried\": {",
                    "\"carried\": {\"proxyUrl\": \"https://shop.example/__clerk\", ")
                .replace("https://a.example/v1", "https://shop.example/__clerk/v1")
                .replace("HOST", "shop.example/evil")
                .replace("SCHEME", "https")
                .replace("UPSTREAM", "https://shop.example/path"));
    Map<String, @Nullable Object> elsewhere = leadingTo(call, OWN_PAGE);
    Map<String, @Nullable Object> right =
        Values.object(
            Values.mapStrings(
                elsewhere,
                text ->
                    text.replace("https://shop.example/__clerk", "http://127.0.0.1:8080/__clerk")));
    assertThat(judged(call, right).mismatches()).isEmpty();
    assertThat(judged(call, elsewhere).mismatches())
        .extracting(Mismatch::member)
        .containsExactly("location.url", "carried");
  }

  @ParameterizedTest
  @DisplayName("P9 wants the proxy's host and the whole path")
  @CsvSource({
    "//two/x, //two/x",
    "/.//evil.example/x, //evil.example/x",
    "/a/..//evil.example/x, //evil.example/x"
  })
  void wantsTheWholePath(String path, String normal) {
    Vector.Call call =
        json(
            HANDSHAKE
                .replace("/path?x=1", path + "?x=1")
                .replace("HOST", "shop.example")
                .replace("SCHEME", "https")
                .replace("UPSTREAM", "https:" + normal));
    CallVerdict verdict = judged(call, leadingTo(call, "https://shop.example" + normal));
    assertThat(verdict.mismatches()).isEmpty();
    assertThat(verdict.differences()).containsExactly("P9");
    for (String wrong :
        List.of(
            "https:" + normal,
            "https://shop.example/x",
            "https://evil.example" + normal,
            OWN_PAGE)) {
      assertThat(judged(call, leadingTo(call, wrong)).mismatches())
          .as(wrong)
          .extracting(Mismatch::member)
          .containsExactly("location.inner");
    }
    assertThat(
            judged(
                    call,
                    Values.with(
                        leadingTo(call, "https://shop.example" + normal), "status", "signed-out"))
                .mismatches())
        .extracting(Mismatch::member)
        .contains("status");
  }

  @ParameterizedTest
  @DisplayName("P9 is about no request that upstream takes as it is")
  @CsvSource({"'', //two/x", "shop.example, /x//two", "shop.example/evil, //two/x"})
  void isAboutHostsInPathsAlone(String host, String path) {
    Vector.Call call =
        json(HANDSHAKE.replace("/path?x=1", path).replace("HOST", host).replace("SCHEME", "https"));
    assertThat(Differences.answer(call, keys(), CallVerdictTest::noReplay).ids())
        .doesNotContain("P9");
  }

  // the claims

  @ParameterizedTest
  @DisplayName("J26, S9 excuses the member of a malformed claim and no other")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'act': {'sub': 'user_2'} | 'act': 'user_2' | actor | {} | J26",
        "'sid': 'sess_1' | 'sid': 7 | sessionId | null | J26",
        "'org_role': 'org:admin' | 'org_role': 3 | orgRole | null | J26",
        "'org_permissions': ['org:docs:read'] | 'org_permissions': 'org:docs:read'"
            + " | orgPermissions | null | J26",
        "'org_permissions': ['org:docs:read'] | 'org_permissions': ['org:docs:read', 5]"
            + " | orgPermissions | ['org:docs:read'] | J26",
        "'fva': [1, 2] | 'fva': ['1', 2] | factorVerificationAge | null | S9"
      })
  void excusesOneMember(String good, String bad, String member, String instead, String id) {
    String claims = CLAIMS.replace(quoted(good), quoted(bad));
    assertThat(claims).isNotEqualTo(CLAIMS);
    Map<String, @Nullable Object> upstreams = authOf(claims);
    Vector.Call call = signedIn(claims, "\"auth\": " + JsonValues.write(upstreams), "[]");
    Map<String, @Nullable Object> right = Values.with(upstreams, member, value(quoted(instead)));
    CallVerdict verdict = judged(call, with(call, right));
    assertThat(verdict.mismatches()).isEmpty();
    assertThat(verdict.differences()).containsExactly(id);
    everyOtherMemberIsJudged(call, right);
  }

  @Test
  @DisplayName("J26 sees a wrong actor, a wrong permission and a wrong role of a good token")
  void seesWrongMembersOfGoodTokens() {
    Map<String, @Nullable Object> right = authOf(CLAIMS);
    Vector.Call call = signedIn(CLAIMS, "\"auth\": " + JsonValues.write(right), "[]");
    assertThat(judged(call, with(call, right)).mismatches()).isEmpty();
    everyOtherMemberIsJudged(call, right);
  }

  @Test
  @DisplayName("J26 sees what looks excusable in the answer but isn't in the token")
  void looksAtTheToken() {
    Map<String, @Nullable Object> odd =
        Values.with(Values.with(authOf(CLAIMS), "actor", "user_2"), "orgRole", 3L);
    Vector.Call call = signedIn(CLAIMS, "\"auth\": " + JsonValues.write(odd), "[]");
    Map<String, @Nullable Object> answer =
        Values.with(Values.with(odd, "actor", Map.of()), "orgRole", null);
    assertThat(judged(call, with(call, answer)).mismatches())
        .extracting(Mismatch::member)
        .contains("auth.actor", "auth.orgRole");
  }

  @Test
  @DisplayName("J26 sees a hidden actor: one of whom nothing is said is somebody all the same")
  void seesHiddenActors() {
    String claims = CLAIMS.replace("{\"sub\": \"user_2\"}", "[]");
    Map<String, @Nullable Object> upstreams = authOf(claims);
    Vector.Call call = signedIn(claims, "\"auth\": " + JsonValues.write(upstreams), "[]");
    assertThat(judged(call, with(call, Values.with(upstreams, "actor", null))).mismatches())
        .extracting(Mismatch::member)
        .contains("auth.actor");
  }

  @Test
  @DisplayName("J26 has a version 2 role that is no string grant nothing")
  void refusesRolesThatAreNoText() {
    String claims = "{\"v\": 2, \"sub\": \"user_1\", \"o\": {\"id\": \"org_1\", \"rol\": 3}}";
    Map<String, @Nullable Object> upstreams =
        Values.with(Values.with(authOf(claims), "orgId", "org_1"), "orgRole", "org:3");
    Vector.Call call = signedIn(claims, "\"auth\": " + JsonValues.write(upstreams), "[]");
    Map<String, @Nullable Object> right = Values.with(upstreams, "orgRole", null);
    assertThat(judged(call, with(call, right)).mismatches()).isEmpty();
    assertThat(judged(call, with(call, upstreams)).mismatches())
        .extracting(Mismatch::member)
        .contains("auth.orgRole");
  }

  @Test
  @DisplayName(
      "J26 reads user, session and claims from the token where upstream has no auth object")
  void readsTheTokenWhereUpstreamFails() {
    String claims =
        "{\"v\": 2, \"sub\": \"user_1\", \"sid\": \"sess_1\", \"fea\": \"docs\", \"fva\": [1, 2],"
            + " \"act\": {\"sub\": \"user_2\"}, \"o\": {\"id\": \"org_1\", \"rol\": \"admin\","
            + " \"slg\": \"acme\", \"per\": \"read\", \"fpm\": \"1\"}}";
    String checks =
        "[{\"params\": {\"role\": \"admin\"}}, {\"params\": {\"role\": \"member\"}},"
            + " {\"params\": {\"permission\": \"org:docs:read\"}},"
            + " {\"params\": {\"feature\": \"docs\"}}]";
    Vector.Call call = signedIn(claims, "\"authThrows\": \"Invalid claim element\"", checks);
    Map<String, @Nullable Object> right = authOf(claims);
    right =
        Values.with(
            Values.with(Values.with(right, "orgId", "org_1"), "orgRole", "org:admin"),
            "orgSlug",
            "acme");
    Map<String, @Nullable Object> outcome =
        Values.with(with(call, right), "has", granted("role", "admin"));
    CallVerdict verdict = judged(call, outcome);
    assertThat(verdict.mismatches()).isEmpty();
    assertThat(verdict.differences()).containsExactly("J26");
    for (List<Object> wrong :
        List.of(
            granted("role", "member"),
            granted("permission", "org:docs:read"),
            granted("feature", "docs"))) {
      assertThat(judged(call, Values.with(outcome, "has", wrong)).mismatches())
          .as("%s", wrong)
          .isNotEmpty();
    }
    everyOtherMemberIsJudged(call, right);
  }

  @Test
  @DisplayName("J26 has no reverification hold without the factors' ages, whatever upstream says")
  void refusesReverificationWithoutAges() {
    String claims =
        "{\"v\": 2, \"sub\": \"user_1\", \"fea\": \"docs\", \"o\": {\"id\": \"org_1\"}}";
    String checks = "[{\"params\": {\"reverification\": \"strict\"}}]";
    Vector.Call call = signedIn(claims, "\"authThrows\": \"Invalid claim element\"", checks);
    Map<String, @Nullable Object> right = with(call, Values.with(authOf(claims), "orgId", "org_1"));
    assertThat(judged(call, right).mismatches()).isEmpty();
    assertThat(
            judged(call, Values.with(right, "has", granted("reverification", "strict")))
                .mismatches())
        .isNotEmpty();
  }

  // satellites and cookies

  @ParameterizedTest
  @DisplayName("R11 knows a web address, however it is spelled")
  @CsvSource({
    "https%3A%2F%2Fs.example, false",
    "%20https%3A%2F%2Fs.example%2F, false",
    "HTTPS://s.example/, false",
    "javascript%3Aalert(1), true",
    "%2Frelative, true",
    "httpsx%3A%2F%2Fs.example, true"
  })
  void knowsWebAddresses(String address, boolean foreign) {
    Vector.Call call =
        json(
            HANDSHAKE
                .replace("?x=1", "?x=1&__clerk_redirect_url=" + address)
                .replace("client-uat-but-no-session-token", "primary-responds-to-syncing")
                .replace("HOST", "127.0.0.1:8080")
                .replace("SCHEME", "http"));
    List<String> ids =
        Differences.answer(
                call, keys(), other -> HandMade.outcome(other, Values.without(call.expected())))
            .ids();
    assertThat(ids.contains("R11")).isEqualTo(foreign);
  }

  @Test
  @DisplayName("R2 reads the host of any address, a quotation mark in its path or not")
  void readsTheHostOfAnyAddress() {
    String cookie = "__client_uat=1; Domain=shop.example";
    Vector.Call call =
        json(
            HANDSHAKE
                .replace("http://127.0.0.1:8080/path?x=1", "http://www.shop.example/a\\\"b|c?x=1")
                .replace("__clerk_redirect_count=1", cookie)
                .replace("HOST", "www.shop.example")
                .replace("SCHEME", "http")
                .replace("UPSTREAM", "http://www.shop.example/a%22b|c"));
    CallVerdict verdict = judged(call, leadingTo(call, "http://www.shop.example/a%2522b|c"));
    assertThat(verdict.mismatches()).isEmpty();
    assertThat(verdict.differences()).isEmpty();
    assertThat(
            Differences.answer(
                    call.expecting(
                        Values.object(
                            Values.mapStrings(
                                call.expected(),
                                text -> text.replace("=shop.example", "=evil.example")))),
                    keys(),
                    CallVerdictTest::noReplay)
                .ids())
        .containsExactly("R2");
  }

  private static void everyOtherMemberIsJudged(
      Vector.Call call, Map<String, @Nullable Object> right) {
    Map<String, Object> wrong =
        Map.of(
            "userId", "user_9",
            "sessionId", "sess_9",
            "sessionStatus", "active",
            "orgId", "org_9",
            "orgRole", "org:owner",
            "orgSlug", "other",
            "orgPermissions", List.of("org:docs:write"),
            "factorVerificationAge", List.of(9L, 9L),
            "actor", Map.of("sub", "user_9"),
            "sessionClaims", Map.of("sub", "user_9"));
    wrong.forEach(
        (member, value) ->
            assertThat(judged(call, with(call, Values.with(right, member, value))).mismatches())
                .extracting(Mismatch::member)
                .contains("auth." + member));
  }

  private static List<String> wrongHeaders(
      Vector.Call call,
      Map<String, @Nullable Object> right,
      Map<String, @Nullable Object> headers) {
    return judged(call, Values.with(right, "headers", headers)).mismatches().stream()
        .map(Mismatch::member)
        .toList();
  }

  private static CallVerdict judged(Vector.Call call, Map<String, @Nullable Object> described) {
    return CallVerdict.of(
        call, HandMade.outcome(call, described), keys(), CallVerdictTest::noReplay);
  }

  private static KeyHistories.History keys() {
    return new KeyHistories.History();
  }

  private static Outcome noReplay(Vector.Call call) {
    throw new AssertionError("The judge asks the engine that it judges");
  }

  private static Vector.Call forwarded(String host, String scheme, String upstream) {
    return json(
        HANDSHAKE.replace("HOST", host).replace("SCHEME", scheme).replace("UPSTREAM", upstream));
  }

  /** The expected handshake, but back to this page. */
  private static Map<String, @Nullable Object> leadingTo(Vector.Call call, String page) {
    Map<String, @Nullable Object> headers = Values.object(call.expected(), "headers");
    String location = String.valueOf(Values.list(headers.get("location")).get(0));
    String changed =
        location.replaceFirst(
            "redirect_url=.*?%3F",
            "redirect_url=" + page.replace(":", "%3A").replace("/", "%2F") + "%3F");
    return Values.with(
        call.expected(), "headers", Values.with(headers, "location", List.of(changed)));
  }

  private static Map<String, @Nullable Object> refresh(
      Map<String, @Nullable Object> outcome, String origin) {
    Map<String, @Nullable Object> body =
        Map.of(
            "request_origin",
            origin,
            "request_headers",
            Map.of("x-forwarded-host", List.of("shop.example/evil")));
    return Values.with(
        outcome,
        "backendCalls",
        List.of(Map.of("method", "POST", "path", "/v1/refresh", "body", body, "times", 1L)));
  }

  private static Vector.Call signedIn(String claims, String auth, String checks) {
    String token = part("{\"alg\": \"RS256\"}") + "." + part(claims) + ".signaturesignature";
    return json(
        SIGNED_IN
            .replace("TOKEN", token)
            .replace("SUFFIX", token.substring(token.length() - 12))
            .replace("CHECKS", checks)
            .replace("AUTH", auth));
  }

  /** What upstream makes of claims of version 1: it hands them on. */
  private static Map<String, @Nullable Object> authOf(String claims) {
    Map<String, @Nullable Object> members = Values.object(value(claims));
    Map<String, @Nullable Object> auth =
        Values.object(value("{\"tokenType\": \"session_token\", \"isAuthenticated\": true}"));
    Map<String, @Nullable Object> all = Values.with(auth, "userId", members.get("sub"));
    Map<String, String> names =
        Map.of(
            "sessionId", "sid",
            "sessionStatus", "sts",
            "orgId", "org_id",
            "orgRole", "org_role",
            "orgSlug", "org_slug",
            "orgPermissions", "org_permissions",
            "factorVerificationAge", "fva",
            "actor", "act");
    for (Map.Entry<String, String> name : names.entrySet()) {
      all.put(name.getKey(), members.get(name.getValue()));
    }
    all.put("sessionClaims", members);
    return all;
  }

  private static Map<String, @Nullable Object> with(
      Vector.Call call, Map<String, @Nullable Object> auth) {
    return Values.with(call.expected(), "auth", auth);
  }

  private static List<Object> granted(String name, String value) {
    List<Object> granted = new ArrayList<>();
    granted.add(Map.of("params", Map.of(name, value), "result", true));
    return granted;
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static Vector.Call json(String vector) {
    return new Vector(
            "made-by-hand", Values.with(Values.object(value(vector)), "id", "made-by-hand"))
        .calls()
        .get(0);
  }

  private static @Nullable Object value(String json) {
    try {
      return JsonValues.read(json);
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}

package io.github.clerkjakarta.internal.auth;

import static io.github.clerkjakarta.Requirement.claim;
import static io.github.clerkjakarta.Requirement.feature;
import static io.github.clerkjakarta.Requirement.organization;
import static io.github.clerkjakarta.Requirement.permission;
import static io.github.clerkjakarta.Requirement.plan;
import static io.github.clerkjakarta.Requirement.reverification;
import static io.github.clerkjakarta.Requirement.role;
import static io.github.clerkjakarta.Requirement.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionAuthTest {

  private static final String ADMIN_OF_ACME =
      """
      "v":2, "o":{"id":"org_1","slg":"acme","rol":"admin","per":"read,write","fpm":"3,1"},
      "fea":"o:docs,u:solo,ou:teams", "pla":"o:pro,u:free"
      """;

  @Test
  @DisplayName("J25 a pending session is nobody to the application, with its status")
  void pendingIsNobody() {
    Auth caller = active(session(ADMIN_OF_ACME + ",\"sts\":\"pending\""));

    assertThat(caller.isAuthenticated()).isFalse();
    assertThat(caller.sessionStatus()).contains("pending");
    assertThat(caller.userId()).isEmpty();
    assertThat(caller.orgRole()).isEmpty();
    assertThat(caller.has(role("admin"))).isFalse();
    assertThat(caller.has(feature("docs"))).isFalse();
  }

  @Test
  @DisplayName("J25 where pending sessions are allowed, one is its person with all that is theirs")
  void pendingIsItsPerson() {
    Auth caller = session(ADMIN_OF_ACME + ",\"sts\":\"pending\"");

    assertThat(caller.isAuthenticated()).isTrue();
    assertThat(caller.userId()).contains("user_1");
    assertThat(caller.has(role("admin"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"sts\":\"active\"", "\"sts\":\"revoked\"", "\"sts\":null", "\"sts\":1"})
  @DisplayName("J25 a session of any other status stays as it is")
  void otherStatus(String status) {
    Auth session = session(status);

    assertThat(active(session)).isSameAs(session);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"o\":null",
        "\"o\":[]",
        "\"o\":\"org_1\"",
        "\"o\":7",
        "\"o\":{}",
        "\"o\":{\"id\":\"org_1\"}",
        "\"o\":{\"id\":\"org_1\",\"fpm\":\"3\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"-1\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"1.5\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"x\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"0x1\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"+1\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"\u0661\"}",
        "\"o\":{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":1}",
        "\"o\":{\"id\":\"org_1\",\"per\":[\"read\"],\"fpm\":\"1\"}",
        "\"o\":{\"id\":\"\",\"per\":\"read\",\"fpm\":\"0\"}",
        "\"o\":{\"id\":5,\"slg\":{},\"rol\":[\"admin\"],\"per\":true,\"fpm\":[]}",
      })
  @DisplayName("J26 malformed organization claims raise nothing and grant nothing")
  void malformedOrganization(String claims) {
    Auth caller = session("\"v\":2,\"fea\":\"o:docs\"," + claims);

    assertThat(caller.userId()).contains("user_1");
    assertThat(caller.orgPermissions()).isEmpty();
    assertThat(caller.orgRole()).isEmpty();
    assertThat(caller.has(permission("docs:read"))).isFalse();
    assertThat(caller.has(role("admin"))).isFalse();
  }

  @Test
  @DisplayName("J26 masks may be of any size, and there may be more of them than features")
  void largeMasks() {
    BigInteger large = BigInteger.TWO.pow(200);
    Auth caller =
        session(
            """
            "v":2, "fea":"o:docs", "o":{"id":"org_1","per":"read,write","fpm":"%s,%s,3"}
            """
                .formatted(large.add(BigInteger.TWO), large));

    assertThat(caller.orgPermissions()).containsExactly("org:docs:write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"docs\"", "\"o:docs,teams\"", "\"o:docs,\"", "5", "[\"o:docs\"]", "{}"})
  @DisplayName("J26 features that can't be read deny every permission, feature and plan")
  void malformedFeatures(String features) {
    Auth caller =
        session(
            """
            "v":2, "o":{"id":"org_1","slg":"acme","rol":"admin","per":"read","fpm":"1"},
            "pla":"o:pro", "fea":\
            """
                + features);

    assertThat(caller.userId()).contains("user_1");
    assertThat(caller.orgPermissions()).isEmpty();
    assertThat(caller.features()).isEmpty();
    assertThat(caller.plans()).isEmpty();
    assertThat(caller.has(permission("docs:read"))).isFalse();
    assertThat(caller.has(feature("docs"))).isFalse();
    assertThat(caller.has(plan("pro"))).isFalse();
  }

  @Test
  @DisplayName("J26 plans that can't be read deny every plan and nothing else")
  void malformedPlans() {
    Auth caller = session("\"v\":2,\"fea\":\"u:solo\",\"pla\":\"u:free,pro\"");

    assertThat(caller.has(plan("free"))).isFalse();
    assertThat(caller.has(feature("solo"))).isTrue();
  }

  @Test
  @DisplayName("J27 masks count the features of the organization alone")
  void mixedScopes() {
    Auth caller =
        session(
            """
            "v":2, "fea":"u:solo,x:odd,o:docs,ou:teams,u:other,uo:bills",
            "o":{"id":"org_1","per":"read,write","fpm":"1,2,3"}
            """);

    assertThat(caller.orgPermissions())
        .containsExactly("org:docs:read", "org:teams:write", "org:bills:read", "org:bills:write");
    assertThat(caller.has(permission("org:solo:read"))).isFalse();
    assertThat(caller.has(permission("org:odd:read"))).isFalse();
    assertThat(caller.features()).doesNotContain("x:odd");
  }

  @Test
  @DisplayName("J27 white space that JavaScript trims does not shift the masks")
  void whiteSpace() {
    Auth caller =
        session(
            "\"v\":2,\"fea\":\"\\u00a0o:docs,\\ufeffo:teams\","
                + "\"o\":{\"id\":\"org_1\",\"per\":\" read \",\"fpm\":\"\\u20031 ,0\"}");

    assertThat(caller.orgPermissions()).containsExactly("org:docs:read");
  }

  @ParameterizedTest
  @CsvSource({"2,org_v2", "2.0,org_v2", "1,org_v1", "3,org_v1", "\"2\",org_v1", "null,org_v1"})
  @DisplayName("J28 only the number 2 makes a version 2 token; all others are read as version 1")
  void versions(String version, String organization) {
    Auth caller =
        session(
            "\"o\":{\"id\":\"org_v2\",\"rol\":\"admin\"},\"org_id\":\"org_v1\",\"v\":" + version);

    assertThat(caller.orgId()).contains(organization);
    assertThat(caller.has(role("admin"))).isEqualTo(organization.equals("org_v2"));
  }

  @Test
  @DisplayName("J28 of a version that nobody knows, the claim o grants nothing")
  void unknownVersion() {
    Auth caller = session(ADMIN_OF_ACME.replace("\"v\":2", "\"v\":3"));

    assertThat(caller.orgId()).isEmpty();
    assertThat(caller.has(role("admin"))).isFalse();
    assertThat(caller.has(permission("docs:read"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "org:admin", "org:org:admin"})
  @DisplayName(
      "J29 a role is the same with and without its prefix, in the token and in the question")
  void rolePrefix(String spelled) {
    assertThat(session(ADMIN_OF_ACME).has(role(spelled))).isTrue();
    assertThat(session("\"org_id\":\"org_1\",\"org_role\":\"" + spelled + "\"").has(role("admin")))
        .isTrue();
    assertThat(session(ADMIN_OF_ACME).orgRole()).contains("org:admin");
  }

  @ParameterizedTest
  @CsvSource({
    "docs:read,true",
    "org:docs:read,true",
    "org:org:docs:read,true",
    "read,false",
    "'',false",
    "org:,false",
    "Docs:read,false",
    "teams:write,false"
  })
  @DisplayName("J29 a permission may be asked for without its prefix")
  void permissionPrefix(String asked, boolean given) {
    assertThat(session(ADMIN_OF_ACME).has(permission(asked))).isEqualTo(given);
  }

  @Test
  @DisplayName("J29 a permission that a version 1 token lists without prefix is never matched")
  void permissionStoredWithoutPrefix() {
    Auth caller = session("\"org_id\":\"org_1\",\"org_permissions\":[\"docs:read\",7,null]");

    assertThat(caller.orgPermissions()).containsExactly("docs:read");
    assertThat(caller.has(permission("docs:read"))).isFalse();
  }

  @Test
  @DisplayName("S6 a role and a permission of the same name are not mixed up")
  void namespaces() {
    Auth caller =
        session("\"org_id\":\"org_1\",\"org_role\":\"org:docs\",\"org_permissions\":[\"org:run\"]");

    assertThat(caller.has(role("docs"))).isTrue();
    assertThat(caller.has(permission("docs"))).isFalse();
    assertThat(caller.has(permission("run"))).isTrue();
    assertThat(caller.has(role("run"))).isFalse();
    assertThat(caller.has(feature("docs"))).isFalse();
    assertThat(caller.has(plan("run"))).isFalse();
  }

  @Test
  @DisplayName("S6 custom claims named like roles or permissions grant nothing")
  void customClaims() {
    Auth caller =
        session(
            """
            "v":2, "o":{"id":"org_1","rol":"member"}, "role":"admin", "roles":["org:admin"],
            "org_role":"org:admin", "org_permissions":["org:docs:read"], "permissions":["org:docs:read"],
            "groups":["org:admin"], "scopes":["docs"], "scope":"docs", "features":"o:docs"
            """);

    assertThat(caller.has(role("admin"))).isFalse();
    assertThat(caller.has(permission("docs:read"))).isFalse();
    assertThat(caller.has(scope("docs"))).isFalse();
    assertThat(caller.has(feature("docs"))).isFalse();
    assertThat(caller.scopes()).isEmpty();
    assertThat(caller.claims()).containsEntry("role", "admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"org_role\":\"org:admin\",\"org_permissions\":[\"org:docs:read\"]",
        "\"org_id\":\"\",\"org_role\":\"org:admin\",\"org_permissions\":[\"org:docs:read\"]",
        "\"v\":2,\"o\":{\"rol\":\"admin\",\"slg\":\"\",\"per\":\"read\",\"fpm\":\"1\"},\"fea\":\"o:docs\""
      })
  @DisplayName("S7 without an active organization there is no role and no permission")
  void noActiveOrganization(String claims) {
    Auth caller = session(claims);

    assertThat(caller.has(role("admin"))).isFalse();
    assertThat(caller.has(permission("docs:read"))).isFalse();
    assertThat(caller.has(organization(""))).isFalse();
  }

  @Test
  @DisplayName("S8 of several requirements all must hold, also two of one kind")
  void allMustHold() {
    Auth caller = session(ADMIN_OF_ACME);

    assertThat(caller.has(role("admin").and(permission("docs:read")).and(plan("pro")))).isTrue();
    assertThat(caller.has(permission("docs:read").and(permission("teams:read")))).isTrue();
    assertThat(caller.has(permission("docs:read").and(permission("teams:write")))).isFalse();
    assertThat(caller.has(role("member").and(role("admin")))).isFalse();
    assertThat(caller.has(role("admin").and(scope("docs")))).isFalse();
  }

  @Test
  @DisplayName("S8 an empty condition and one that says nothing are denied")
  void emptyCondition() {
    Auth caller = session(ADMIN_OF_ACME + ",\"fva\":[0,0]");

    assertThat(caller.has(new Requirement.All(List.of()))).isFalse();
    assertThat(caller.has(role("admin").and(new Requirement.All(List.of())))).isTrue();
    assertThat(caller.has(new Requirement.All(List.of(new Requirement.All(List.of()))))).isFalse();
    for (Requirement nothing :
        List.of(
            role(null),
            permission(null),
            feature(null),
            plan(null),
            organization(null),
            scope(null),
            reverification(null),
            reverification(new Reverification(null, 10)))) {
      assertThat(caller.has(nothing)).as("%s", nothing).isFalse();
      assertThat(caller.has(role("admin").and(nothing))).as("%s", nothing).isFalse();
    }
    assertThatNullPointerException().isThrownBy(() -> caller.has(null));
    assertThatNullPointerException().isThrownBy(() -> Auth.nobody().has(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"sub\":\"\"", "\"sub\":7", "\"sub\":null"})
  @DisplayName("S8 without a user nothing is granted")
  void noUser(String sub) {
    Auth caller = session(ADMIN_OF_ACME + "," + sub);

    assertThat(caller.has(role("admin"))).isFalse();
    assertThat(caller.has(organization("acme"))).isFalse();
    assertThat(caller.has(plan("pro"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "[0]",
        "[0,0,0]",
        "[\"0\",\"0\"]",
        "[0,null]",
        "[-1,-1]",
        "[-2,0]",
        "[0,-2]",
        "[0,1e999]",
        "\"0,0\"",
        "{\"0\":0,\"1\":0}",
        "0",
        "true"
      })
  @DisplayName("S9 factor ages that make no sense meet no requirement")
  void malformedAges(String ages) {
    Auth caller = session("\"fva\":" + ages);

    for (Reverification.Level level : Reverification.Level.values()) {
      assertThat(caller.has(reverification(new Reverification(level, 99998)))).isFalse();
    }
    assertThat(caller.has(reverification(Reverification.LAX))).isFalse();
  }

  @Test
  @DisplayName("S9 a token without factor ages meets no requirement")
  void noAges() {
    assertThat(session("\"v\":2").has(reverification(Reverification.LAX))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // first, second: first_factor, second_factor, multi_factor within 10 minutes
    "0,0,true,true,true",
    "9,9,true,true,true",
    "9.5,9.5,true,true,true",
    "10,10,false,false,false",
    "0,10,true,false,false",
    "10,0,false,true,false",
    "0,-1,true,true,true",
    "10,-1,false,false,false",
    "-1,0,false,true,false",
    "-1,10,false,false,false"
  })
  @DisplayName("S9 a factor counts while it is younger than asked; a missing second falls back")
  void ages(String first, String second, boolean one, boolean two, boolean both) {
    Auth caller = session("\"fva\":[" + first + "," + second + "]");

    assertThat(has(caller, Reverification.Level.FIRST_FACTOR)).isEqualTo(one);
    assertThat(has(caller, Reverification.Level.SECOND_FACTOR)).isEqualTo(two);
    assertThat(has(caller, Reverification.Level.MULTI_FACTOR)).isEqualTo(both);
    assertThat(caller.factorVerificationAge())
        .contains(new FactorVerificationAge(Double.parseDouble(first), Double.parseDouble(second)));
  }

  @Test
  @DisplayName("S11 an impersonated session says who acts, and has what its subject has")
  void impersonation() {
    Auth caller =
        session(
            ADMIN_OF_ACME
                + ",\"act\":{\"iss\":\"https://dashboard.clerk.com\",\"sub\":\"user_support\"}");

    assertThat(caller.userId()).contains("user_1");
    assertThat(caller.has(role("admin"))).isTrue();
    assertThat(caller.actor().flatMap(Actor::subject)).contains("user_support");
    assertThat(caller.actor().orElseThrow().claims())
        .containsEntry("iss", "https://dashboard.clerk.com");
    assertThat(session(ADMIN_OF_ACME).actor()).isEmpty();
    assertThat(session("\"act\":null").actor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"user_support\"", "[]", "true", "{}"})
  @DisplayName("S11 an act claim of a strange form is still somebody acting")
  void strangeActor(String act) {
    Optional<Actor> actor = session("\"act\":" + act).actor();

    assertThat(actor).isPresent();
    assertThat(actor.flatMap(Actor::subject)).isEmpty();
  }

  @Test
  @DisplayName("S12 no kind of caller can be serialized")
  void notSerializable() {
    Auth caller = session(ADMIN_OF_ACME + ",\"act\":{\"sub\":\"user_support\"},\"fva\":[1,1]");

    assertThat(caller).isNotInstanceOf(Serializable.class);
    assertThat(Auth.nobody()).isNotInstanceOf(Serializable.class);
    assertThat(MachineAuth.m2mToken("mt_1", "mch_1", List.of(), null))
        .isNotInstanceOf(Serializable.class);
    assertThat(caller.actor().orElseThrow()).isNotInstanceOf(Serializable.class);
    assertThat(caller.factorVerificationAge().orElseThrow()).isNotInstanceOf(Serializable.class);
  }

  @Test
  @DisplayName("L1 a session's text names the user and the session and nothing else")
  void text() {
    assertThat(session(ADMIN_OF_ACME + ",\"email\":\"a@example.com\""))
        .hasToString("SessionAuth[user_1, sess_1]");
    assertThat(SessionAuth.of(Map.of())).hasToString("SessionAuth[no user, no session]");
  }

  @Test
  @DisplayName("S15 the organization that is asked for must be the active one, by id or slug")
  void organizations() {
    Auth caller = session(ADMIN_OF_ACME);

    assertThat(caller.has(organization("org_1"))).isTrue();
    assertThat(caller.has(organization("acme"))).isTrue();
    assertThat(caller.has(organization("globex"))).isFalse();
    assertThat(caller.has(organization("Acme"))).isFalse();
    assertThat(caller.has(organization("globex").and(role("admin")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "docs,true",
    "o:docs,true",
    "org:docs,true",
    "organization:docs,true",
    "u:docs,false",
    "user:docs,false",
    "solo,true",
    "u:solo,true",
    "user:solo,true",
    "o:solo,false",
    "teams,true",
    "o:teams,true",
    "u:teams,true",
    "x:docs,false",
    "ou:teams,false",
    ":docs,false",
    "'',false",
    "o:,false",
    "Docs,false",
    "o:docs:extra,true"
  })
  void featuresByScope(String asked, boolean given) {
    assertThat(session(ADMIN_OF_ACME).has(feature(asked))).isEqualTo(given);
  }

  @Test
  void featuresAndPlansAreListedWithTheirScope() {
    Auth caller = session("\"fea\":\" o:docs , u:solo\",\"pla\":\"ou:pro\"");

    assertThat(caller.features()).containsExactly("o:docs", "u:solo");
    assertThat(caller.plans()).containsExactly("ou:pro");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"metadata\":{\"role\":\"admin\"}           | true",
        "\"metadata\":{\"role\":[\"a\",\"admin\"]}   | true",
        "\"metadata.role\":\"admin\"                 | true",
        "\"metadata\":{\"role\":\"Admin\"}           | false",
        "\"metadata\":{\"role\":\"admin,member\"}    | false",
        "\"metadata\":{\"role\":[[\"admin\"]]}       | false",
        "\"metadata\":{\"role\":{\"admin\":true}}    | false",
        "\"metadata\":\"{{user.public_metadata}}\"   | false",
        "\"metadata\":null                           | false",
        "\"role\":\"admin\"                          | false",
      })
  @DisplayName("S20 a claim that is asked for has the value, or is a list with it in it")
  void claims(String members, boolean admin) {
    assertThat(session(members).has(claim("metadata.role", "admin"))).isEqualTo(admin);
  }

  @Test
  @DisplayName("S20 numbers and booleans are asked for as they are written")
  void plainClaims() {
    Auth caller = session("\"level\":3,\"rate\":1.5,\"staff\":true,\"parts\":[1,2]");

    assertThat(caller.has(claim("level", "3").and(claim("rate", "1.5")))).isTrue();
    assertThat(caller.has(claim("staff", "true").and(claim("parts", "2")))).isTrue();
    assertThat(caller.has(claim("level", "03"))).isFalse();
    assertThat(caller.has(claim("staff", "TRUE"))).isFalse();
    assertThat(caller.has(claim("parts", "[1, 2]"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " admin", "admin\n", "{role}"})
  @DisplayName("S20 a value that is more likely a slip is refused")
  void slips(String value) {
    assertThatThrownBy(() -> claim("metadata.role", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metadata.role");
  }

  private static boolean has(Auth caller, Reverification.Level level) {
    return caller.has(reverification(new Reverification(level, 10)));
  }

  /** A session of user_1 with these further members of its claims; of a repeated one the last. */
  @SuppressWarnings("unchecked")
  private static Auth session(String members) {
    try {
      return SessionAuth.of(
          (Map<String, Object>)
              JsonValues.read("{\"sub\":\"user_1\",\"sid\":\"sess_1\"," + members + "}"));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(members, e);
    }
  }

  /** Who is calling to an application that counts a pending session as nobody. */
  static Auth active(Auth caller) {
    ClerkRequest request = ClerkRequest.of("GET", "https://app.example/", Map.of());
    return RequestState.about(request, RequestSettings.NONE).signedIn(caller, "token").auth();
  }
}

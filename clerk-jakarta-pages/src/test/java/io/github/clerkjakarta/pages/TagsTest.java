package io.github.clerkjakarta.pages;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.pages.internal.PageTag;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tags in a JSP")
class TagsTest {

  private static final List<String> TAGS =
      List.of(
          "scripts",
          "signIn",
          "signUp",
          "userButton",
          "userAvatar",
          "userProfile",
          "organizationSwitcher",
          "organizationProfile",
          "organizationList",
          "createOrganization",
          "waitlist",
          "pricingTable",
          "apiKeys",
          "taskChooseOrganization",
          "taskResetPassword",
          "taskSetupMfa",
          "googleOneTap",
          "signInButton",
          "signUpButton",
          "signOutButton",
          "menuItem",
          "profilePage",
          "profileLink");

  /** Each ends something on a page that would end where it isn't escaped. */
  private static final List<String> BREAKOUTS =
      List.of(
          "</script><script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><img src=x onerror=alert(1)>",
          "<!--<script>",
          "&quot;&gt;&lt;img&gt;",
          "\u2028alert(1)\u2029");

  private static final LocalClerk CLERK = LocalClerk.start();
  private static final TestApplication APPLICATION =
      new TestApplication(CLERK)
          .at("/shop")
          .param("clerk.signUpUrl", "~/join")
          .param("clerk.signInFallbackRedirectUrl", "/shop/home")
          .page("scripts.jsp", "<clerk:scripts/>")
          .page(
              "own-scripts.jsp",
              "<clerk:scripts nonce='abc' jsVersion='6.40.0' uiUrl='https://cdn.example/ui.js'"
                  + " telemetry='true' follow='false' appearance='{\"variables\":{}}'"
                  + " options='{\"polling\":false}' localization='{\"locale\":\"de-DE\"}'/>")
          .page("without-ui.jsp", "<clerk:scripts ui='false'/>")
          .page(
              "props.jsp",
              "<clerk:userButton showName='true' userProfileUrl='~/me' class='right' id='u'"
                  + " props='{\"later\":{\"than\":1}}'"
                  + " customMenuItems='[{\"label\":\"Mine\",\"href\":\"/mine\"}]'/>"
                  + "<clerk:apiKeys perPage='5' showDescription='${false}'/>")
          .page(
              "parts.jsp",
              """
              <clerk:userButton><clerk:menuItem label='signOut'/>\
              <clerk:menuItem label='Mine' href='~/mine' iconUrl='/i.svg'/>\
              <clerk:show when='signed-out'><clerk:menuItem label='Help' event='help'><b>?</b></clerk:menuItem></clerk:show>\
              <clerk:menuItem label='Terms' open='terms'/>\
              <clerk:profilePage label='Terms' url='terms'><p>${1 + 1} terms</p></clerk:profilePage>\
              <clerk:profileLink label='Home' url='~/'/></clerk:userButton>""")
          .page("part-outside.jsp", "<clerk:menuItem label='Mine' href='/mine'/>")
          .page(
              "part-elsewhere.jsp",
              "<clerk:userProfile><clerk:menuItem label='x' href='/x'/></clerk:userProfile>")
          .page("part-nothing.jsp", inButton("<clerk:menuItem label='Mine'/>"))
          .page("part-two.jsp", inButton("<clerk:menuItem label='x' href='/x' event='x'/>"))
          .page("part-no-label.jsp", inButton("<clerk:menuItem href='/x'/>"))
          .page("part-placed.jsp", inButton("<clerk:menuItem label='signOut' href='/x'/>"))
          .page(
              "page-no-url.jsp", inButton("<clerk:profilePage label='Terms'>x</clerk:profilePage>"))
          .page(
              "page-absolute.jsp",
              inButton(
                  "<clerk:profilePage label='x' url='https://x.example/'>x</clerk:profilePage>"))
          .page("link-no-url.jsp", inButton("<clerk:profileLink label='Terms'/>"))
          .page("sign-in.jsp", "<clerk:signIn fallbackRedirectUrl='/fallback'/>")
          .page("sign-up.jsp", "<clerk:signUp/>")
          .page(
              "buttons.jsp",
              "<clerk:signInButton class='b'>Come in</clerk:signInButton>"
                  + "<clerk:signUpButton mode='modal' forceRedirectUrl='/welcome'/>"
                  + "<clerk:signOutButton redirectUrl='/bye'/>")
          .page("typo.jsp", "<clerk:signIn fallbackRedirctUrl='/x'/>")
          .page("show-typo.jsp", "<clerk:show permision='org:invoices:create'>secret</clerk:show>")
          .page("show-nothing.jsp", "<clerk:show>secret</clerk:show>")
          .page("show-null.jsp", "<clerk:show permission='${wrong.name}'>secret</clerk:show>")
          .page("show-both.jsp", "<clerk:show when='signed-out' role='org:admin'>x</clerk:show>")
          .page("show-when.jsp", "<clerk:show when='signedin'>secret</clerk:show>")
          .page("show.jsp", show("permission='org:invoices:create'"))
          .page("show-in.jsp", show("when='signed-in'"))
          .page("show-out.jsp", show("when='signed-out'"))
          .page("show-role.jsp", show("role='org:admin'"))
          .page("show-org.jsp", show("organization='acme' when='signed-in'"))
          .page("show-feature.jsp", show("feature='reports'"))
          .page("show-plan.jsp", show("plan='pro'"))
          .page("show-again.jsp", show("reverification='strict'"))
          .page("show-two.jsp", show("organization='acme' role='org:admin'"));

  private static String inButton(String part) {
    return "<clerk:userButton>" + part + "</clerk:userButton>";
  }

  private static String show(String attributes) {
    return "<clerk:show "
        + attributes
        + "><jsp:attribute name='fallback'>fallback</jsp:attribute>"
        + "<jsp:body>secret</jsp:body></clerk:show>";
  }

  @BeforeAll
  static void start() {
    TAGS.forEach(
        tag ->
            PageTag.named(tag)
                .attributes()
                .forEach(
                    attribute ->
                        APPLICATION.page(tag + "-" + attribute + ".jsp", alone(tag, attribute))));
    APPLICATION.start();
  }

  @AfterAll
  static void close() {
    APPLICATION.close();
    CLERK.close();
  }

  /** A tag with one attribute, what it needs besides, and what it has to stand in. */
  private static String alone(String tag, String attribute) {
    String value = "%s='${param.x}'".formatted(attribute);
    return switch (tag) {
      case "menuItem", "profilePage", "profileLink" -> {
        String label = attribute.equals("label") ? "" : " label='Mine'";
        String needed = tag.equals("menuItem") ? "event" : "url";
        boolean leads = Set.of("href", "open", "event", "url").contains(attribute);
        yield "<clerk:userButton><clerk:%s %s%s%s/></clerk:userButton>"
            .formatted(tag, value, label, leads ? "" : " " + needed + "='mine'");
      }
      default -> "<clerk:%s %s/>".formatted(tag, value);
    };
  }

  @Test
  @DisplayName("scripts: from the proxy as it is, and all that ClerkJS takes from a server")
  void scripts() {
    Session session = CLERK.session(ADA).organization(ACME);

    String html = APPLICATION.get("/shop/scripts.jsp", session);

    assertThat(html)
        .contains(
            "<script defer src=\"%s/npm/@clerk/ui@1/dist/ui.browser.js\" crossorigin=\"anonymous\">"
                .formatted(CLERK.proxyUrl()))
        .contains(
            "<script defer src=\"%s/npm/@clerk/clerk-js@6/dist/clerk.browser.js\""
                .formatted(CLERK.proxyUrl()))
        .contains("data-clerk-publishable-key=\"" + CLERK.publishableKey() + "\"")
        .contains("data-clerk-proxy-url=\"" + CLERK.proxyUrl() + "\"")
        .contains("<script defer src=\"/shop/clerk-jakarta/pages.js?v=")
        .doesNotContain("nonce")
        .doesNotContain(CLERK.secretKey());
    assertThat(attribute(html, "options"))
        .isEqualTo(
            "{\"signInUrl\":\"%s\",\"signUpUrl\":\"/shop/join\",\"signInFallbackRedirectUrl\":\"/shop/home\",\"telemetry\":false}"
                .formatted(CLERK.signInUrl()));
    assertThat(attribute(html, "rendered"))
        .isEqualTo(
            "{\"user\":\"user_ada\",\"session\":\"%s\",\"organization\":\"%s\",\"status\":\"active\"}"
                .formatted(session.id(), ACME.id()));
  }

  @Test
  @DisplayName("scripts: what the tag says counts more than the settings")
  void ownScripts() {
    String html = APPLICATION.get("/shop/own-scripts.jsp");

    assertThat(html)
        .contains("src=\"https://cdn.example/ui.js\" nonce=\"abc\"")
        .contains("/npm/@clerk/clerk-js@6.40.0/dist/clerk.browser.js\" nonce=\"abc\"")
        .contains("data-clerk-stays");
    assertThat(attribute(html, "options"))
        .contains("\"polling\":false", "\"appearance\":{\"variables\":{}}", "\"de-DE\"")
        .doesNotContain("telemetry");
    assertThat(attribute(html, "rendered")).isEqualTo("{}");
    assertThat(APPLICATION.get("/shop/without-ui.jsp")).doesNotContain("/npm/@clerk/ui");
  }

  @Test
  @DisplayName("a page with our scripts is for its caller alone")
  void caching() {
    HttpResponse<String> answer = APPLICATION.send(APPLICATION.request("/shop/scripts.jsp"));

    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private");
  }

  @Test
  @DisplayName("components: props as attributes and as JSON")
  void props() {
    String html = APPLICATION.get("/shop/props.jsp");

    assertThat(html)
        .contains("<div id=\"u\" class=\"right\" data-clerk-component=\"userButton\"")
        .contains("data-clerk-component=\"apiKeys\"");
    assertThat(attribute(html, "props"))
        .isEqualTo(
            "{\"later\":{\"than\":1},\"showName\":true,\"userProfileUrl\":\"/shop/me\",\"customMenuItems\":[{\"label\":\"Mine\",\"href\":\"/mine\"}]}");
    assertThat(html).contains("{&#34;perPage&#34;:5,&#34;showDescription&#34;:false}");
  }

  @Test
  @DisplayName("own entries and pages stand in the component, as templates that nobody sees")
  void parts() {
    String html = APPLICATION.get("/shop/parts.jsp");

    assertThat(html.replace("&#34;", "'"))
        .isEqualTo(
            "<div data-clerk-component=\"userButton\" data-clerk-props=\"{}\">"
                + template("menuItem", "{'label':'signOut'}", "")
                + template(
                    "menuItem", "{'label':'Mine','href':'/shop/mine','iconUrl':'/i.svg'}", "")
                + template("menuItem", "{'label':'Help','event':'help'}", "<b>?</b>")
                + template("menuItem", "{'label':'Terms','open':'terms'}", "")
                + template("profilePage", "{'label':'Terms','url':'terms'}", "<p>2 terms</p>")
                + template("profileLink", "{'label':'Home','url':'/shop/'}", "")
                + "</div>");
  }

  private static String template(String part, String props, String content) {
    return "<template data-clerk-part=\"%s\" data-clerk-props=\"%s\">%s</template>"
        .formatted(part, props, content);
  }

  @Test
  @DisplayName("the return address of the request counts more than a fallback")
  void returnAddress() {
    String back = APPLICATION.origin() + "/shop/deep?a=b";

    assertThat(
            attribute(APPLICATION.get("/shop/sign-in.jsp?redirect_url=" + encode(back)), "props"))
        .isEqualTo(
            "{\"fallbackRedirectUrl\":\"%1$s\",\"signUpFallbackRedirectUrl\":\"%1$s\"}"
                .formatted(back));
    assertThat(
            attribute(APPLICATION.get("/shop/sign-up.jsp?redirect_url=" + encode(back)), "props"))
        .contains("\"signInFallbackRedirectUrl\":\"" + back);
    assertThat(attribute(APPLICATION.get("/shop/sign-in.jsp"), "props"))
        .isEqualTo("{\"fallbackRedirectUrl\":\"/fallback\"}");
  }

  @ParameterizedTest
  @DisplayName("a return address of another origin is none")
  @ValueSource(strings = {"https://evil.example/", "//evil.example", "javascript:alert(1)"})
  void foreignReturnAddress(String address) {
    assertThat(
            attribute(
                APPLICATION.get("/shop/sign-in.jsp?redirect_url=" + encode(address)), "props"))
        .isEqualTo("{\"fallbackRedirectUrl\":\"/fallback\"}");
  }

  @Test
  @DisplayName("buttons are links and a form, and work without a script")
  void buttons() {
    String html = APPLICATION.get("/shop/buttons.jsp", CLERK.session(ADA));

    assertThat(html)
        .contains("<a class=\"b\" href=\"" + CLERK.signInUrl() + "?redirect_url=")
        .contains(">Come in</a>")
        .containsPattern("<a href=\"http://localhost:[0-9]+/shop/join\\?redirect_url=[^\"]+welcome")
        .contains("data-clerk-modal=\"signUp\"")
        .contains(
            "<form method=\"post\" action=\"/shop/clerk-jakarta/sign-out\""
                + " data-clerk-sign-out=\"{&#34;redirectUrl&#34;:&#34;/bye&#34;}\">"
                + "<input type=\"hidden\" name=\"redirect_url\" value=\"/bye\">"
                + "<button>Sign out</button></form>");
  }

  static Stream<Arguments> attributes() {
    return TAGS.stream()
        .flatMap(tag -> PageTag.named(tag).attributes().stream().map(it -> Arguments.of(tag, it)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("nothing that stands in an attribute gets out of it")
  @MethodSource("attributes")
  void breakouts(String tag, String attribute) {
    for (String breakout : BREAKOUTS) {
      for (String value :
          List.of(breakout, "{\"a\":\"" + breakout.replace("\"", "\\\"") + "\"}", "/" + breakout)) {
        HttpResponse<String> answer =
            APPLICATION.send(
                APPLICATION.request("/shop/" + tag + "-" + attribute + ".jsp?x=" + encode(value)));
        if (answer.statusCode() == 200) {
          assertThat(withoutAttributes(answer.body())).doesNotContain("alert", "img", "<!--");
        } else {
          assertThat(answer.statusCode()).isEqualTo(500);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("an address that runs a script stands nowhere, and nowhere in JSON")
  @CsvSource(
      delimiter = '|',
      value = {
        "signIn | forceRedirectUrl | javascript:alert(1)",
        "signIn | fallbackRedirectUrl | java\tscript:alert(1)",
        "signIn | path | data:text/html,x",
        "signUp | signInUrl | vbscript:x",
        "userButton | customMenuItems | [{\"label\":\"x\",\"href\":\"javascript:alert(1)\"}]",
        "userButton | props | {\"a\":[{\"userProfileUrl\":\" JAVASCRIPT:alert(1)\"}]}",
        "scripts | options | {\"signInUrl\":\"javascript:alert(1)\"}",
        "scripts | jsUrl | javascript:alert(1)",
        "scripts | jsVersion | ../../../evil",
        "signInButton | forceRedirectUrl | javascript:alert(1)",
        "signOutButton | redirectUrl | javascript:alert(1)",
        "menuItem | href | javascript:alert(1)",
        "menuItem | iconUrl | java\tscript:alert(1)",
        "menuItem | open | //evil.example",
        "profilePage | url | javascript:alert(1)",
        "profileLink | url | data:text/html,x"
      })
  void scriptAddresses(String tag, String attribute, String value) {
    HttpResponse<String> answer =
        APPLICATION.send(
            APPLICATION.request("/shop/" + tag + "-" + attribute + ".jsp?x=" + encode(value)));

    assertThat(answer.statusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @DisplayName("a typo fails, for everybody")
  @ValueSource(
      strings = {
        "typo",
        "show-typo",
        "show-nothing",
        "show-null",
        "show-both",
        "show-when",
        "part-outside",
        "part-elsewhere",
        "part-nothing",
        "part-two",
        "part-no-label",
        "part-placed",
        "page-no-url",
        "page-absolute",
        "link-no-url"
      })
  void typos(String page) {
    HttpResponse<String> answer =
        APPLICATION.send(
            APPLICATION
                .request("/shop/" + page + ".jsp")
                .header("Cookie", CLERK.session(ADA).organization(ACME).cookieHeader()));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain(">secret").contains("&lt;clerk:");
  }

  @ParameterizedTest(name = "{0}: nobody {1}, a member {2}, an admin {3}")
  @DisplayName("show: what the caller may not see isn't in the HTML")
  @CsvSource({
    "show, fallback, fallback, secret",
    "show-in, fallback, secret, secret",
    "show-out, secret, fallback, fallback",
    "show-role, fallback, fallback, secret",
    "show-org, fallback, secret, secret",
    "show-feature, fallback, fallback, fallback",
    "show-plan, fallback, fallback, fallback",
    "show-again, fallback, secret, secret",
    "show-two, fallback, fallback, secret"
  })
  void show(String page, String nobody, String member, String admin) {
    String path = "/shop/" + page + ".jsp";
    assertThat(APPLICATION.get(path)).isEqualTo(nobody);
    assertThat(APPLICATION.get(path, CLERK.session(BEN).organization(ACME))).isEqualTo(member);
    assertThat(APPLICATION.get(path, CLERK.session(ADA).organization(ACME))).isEqualTo(admin);
  }

  @Test
  @DisplayName("show: a plan and a feature that the token has, and a proof that is too old")
  void moreOfShow() {
    String token =
        CLERK.session(ADA).tokenBuilder().claim("fea", "u:reports").claim("pla", "u:pro").token();

    assertThat(bearing(token, "/shop/show-feature.jsp")).isEqualTo("secret");
    assertThat(bearing(token, "/shop/show-plan.jsp")).isEqualTo("secret");
    assertThat(
            APPLICATION.get(
                "/shop/show-again.jsp",
                CLERK.session(ADA).verifiedAt(Instant.now().minus(Duration.ofMinutes(20)))))
        .isEqualTo("fallback");
  }

  private static String bearing(String token, String path) {
    return APPLICATION
        .send(APPLICATION.request(path).header("Authorization", "Bearer " + token))
        .body()
        .strip();
  }

  /** The JSON in an attribute, as a browser reads it. */
  private static String attribute(String html, String name) {
    return Pattern.compile(" data-clerk-" + name + "=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(html))
        .group(1)
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** What is left of the page where values in quotes are taken out, as a browser would. */
  private static String withoutAttributes(String html) {
    return html.replaceAll("=\"[^\"]*\"", "");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.RedirectOptions;
import io.github.clerkjakarta.Redirects;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.web.SearchParams;
import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tag that writes something: which attributes it has, and what it writes. The table is all that
 * JSP and Facelets know of the tags.
 *
 * @see <a href="https://clerk.com/docs/reference/components/overview">Clerk: components</a>
 */
public final class PageTag {

  private static final Map<String, PageTag> TABLE = new LinkedHashMap<>();

  private static final String RETURN = "redirect_url";
  private static final String FALLBACK = "fallbackRedirectUrl";
  private static final Set<String> OF_HTML = Set.of("id", "class");
  private static final Set<String> ADDRESSES = Set.of("path", "redirectUrlComplete", "href", "url");

  static {
    tag("scripts", ScriptTags.ATTRIBUTES, ScriptTags::markup);

    // A name that ends in ? is on or off, in # a number, in {} JSON; an …Url is an address.
    component(
        "signIn",
        "forceRedirectUrl fallbackRedirectUrl signInUrl signUpUrl signUpForceRedirectUrl"
            + " signUpFallbackRedirectUrl waitlistUrl afterSignOutUrl routing path oauthFlow"
            + " oidcPrompt withSignUp? transferable? initialValues{} unsafeMetadata{}");
    component(
        "signUp",
        "forceRedirectUrl fallbackRedirectUrl signInUrl signInForceRedirectUrl"
            + " signInFallbackRedirectUrl waitlistUrl afterSignOutUrl routing path oauthFlow"
            + " oidcPrompt initialValues{} unsafeMetadata{}");
    component(
        "userButton",
        "showName? defaultOpen? signInUrl afterSwitchSessionUrl userProfileUrl userProfileMode"
            + " userProfileProps{} customMenuItems{}");
    component("userAvatar", "rounded?");
    component("userProfile", "routing path additionalOAuthScopes{} apiKeysProps{}");
    component(
        "organizationSwitcher",
        "defaultOpen? hidePersonal? skipInvitationScreen? createOrganizationUrl"
            + " createOrganizationMode organizationProfileUrl organizationProfileMode"
            + " afterCreateOrganizationUrl afterSelectOrganizationUrl afterSelectPersonalUrl"
            + " afterLeaveOrganizationUrl organizationProfileProps{}");
    component("organizationProfile", "routing path afterLeaveOrganizationUrl apiKeysProps{}");
    component(
        "organizationList",
        "hidePersonal? skipInvitationScreen? afterCreateOrganizationUrl afterSelectOrganizationUrl"
            + " afterSelectPersonalUrl");
    component(
        "createOrganization", "routing path afterCreateOrganizationUrl skipInvitationScreen?");
    component("waitlist", "afterJoinWaitlistUrl signInUrl");
    component(
        "pricingTable",
        "ctaPosition collapseFeatures? newSubscriptionRedirectUrl highlightedPlan for"
            + " checkoutProps{}");
    component("apiKeys", "perPage# showDescription?");
    component("taskChooseOrganization", "redirectUrlComplete");
    component("taskResetPassword", "redirectUrlComplete");
    component("taskSetupMfa", "redirectUrlComplete");
    component(
        "googleOneTap",
        "cancelOnTapOutside? itpSupport? fedCmSupport? signInForceRedirectUrl"
            + " signUpForceRedirectUrl");

    tag(
        "signInButton",
        "id class mode forceRedirectUrl fallbackRedirectUrl signUpForceRedirectUrl"
            + " signUpFallbackRedirectUrl oauthFlow withSignUp? initialValues{} appearance{}",
        (instance, attributes) ->
            link(
                attributes,
                Redirects.toSignIn(instance.state(), comingBack(attributes)),
                "signIn",
                "Sign in"));
    tag(
        "signUpButton",
        "id class mode forceRedirectUrl fallbackRedirectUrl signInForceRedirectUrl"
            + " signInFallbackRedirectUrl oauthFlow initialValues{} appearance{}",
        (instance, attributes) ->
            link(
                attributes,
                Redirects.toSignUp(instance.state(), comingBack(attributes)),
                "signUp",
                "Sign up"));
    tag("signOutButton", "id class redirectUrl sessionId", PageTag::signOut);

    tag("menuItem", "label href open event iconUrl", ComponentParts::menuItem);
    tag("profilePage", "label url iconUrl", ComponentParts::profilePage);
    tag("profileLink", "label url iconUrl", ComponentParts::profileLink);
  }

  private final String name;
  private final Map<String, AttributeType> attributes;
  private final Writer writer;

  private PageTag(String name, Map<String, AttributeType> attributes, Writer writer) {
    this.name = name;
    this.attributes = attributes;
    this.writer = writer;
  }

  /** How the attributes of a tag become HTML. */
  private interface Writer {
    Markup write(PageInstance instance, TagAttributes attributes);
  }

  /**
   * The tag of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PageTag named(String name) {
    PageTag tag = TABLE.get(name);
    if (tag == null) {
      throw new IllegalArgumentException("There is no tag <clerk:" + name + ">.");
    }
    return tag;
  }

  /** Every tag that writes something. */
  static Map<String, PageTag> all() {
    return Collections.unmodifiableMap(TABLE);
  }

  /** The names of its attributes. */
  public Set<String> attributes() {
    return attributes.keySet();
  }

  /**
   * Fails where this is a part of a component and stands outside of it.
   *
   * @param around the closest of these tags around it, if there is one
   * @return this
   * @throws IllegalArgumentException when it would do nothing where it stands
   */
  public PageTag within(@Nullable PageTag around) {
    Set<String> places = ComponentParts.PLACES.get(name);
    if (places != null && (around == null || !places.contains(around.name))) {
      throw new IllegalArgumentException(
          "<clerk:" + name + "> must stand in one of " + new TreeSet<>(places) + ".");
    }
    return this;
  }

  /**
   * What the tag writes.
   *
   * @param written the attributes that stand on the page; one that is null or empty counts as not
   *     there
   * @throws IllegalArgumentException when one can't be read; the message says which
   * @throws IllegalStateException when no filter has seen the request
   */
  public Markup markup(ServletRequest request, Map<String, ?> written) {
    PageInstance instance = PageInstance.of(request);
    try {
      return writer.write(instance, TagAttributes.read(written, attributes, instance::address));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("<clerk:" + name + ">: " + e.getMessage(), e);
    }
  }

  private static void component(String name, String props) {
    tag(
        name,
        "id class props{} appearance{} " + props,
        (instance, attributes) -> {
          Map<String, Object> given = attributes.props("props", OF_HTML);
          if (name.equals("signIn") || name.equals("signUp")) {
            comeBack(instance, given, name.equals("signIn") ? "signUp" : "signIn");
          }
          Html html =
              ofHtml(Html.element("div"), attributes)
                  .attribute("data-clerk-component", name)
                  .attribute("data-clerk-props", JsonValues.write(given));
          return new Markup(html.toString(), "", "</div>");
        });
  }

  /**
   * Components route by the hash of the address and don't see its query then, so they are told
   * where the browser wants to go back to. It counts more than a fallback, and less than a forced
   * address.
   */
  private static void comeBack(PageInstance instance, Map<String, Object> props, String other) {
    returnAddress(instance)
        .ifPresent(
            address -> {
              props.put(FALLBACK, address);
              props.put(other + "FallbackRedirectUrl", address);
            });
  }

  private static Optional<String> returnAddress(PageInstance instance) {
    return Optional.ofNullable(SearchParams.parse(instance.state().request().query()).get(RETURN))
        .flatMap(asked -> Redirects.returnAddress(instance.state(), asked));
  }

  private static RedirectOptions comingBack(TagAttributes attributes) {
    return attributes
        .text("forceRedirectUrl")
        .or(() -> attributes.text(FALLBACK))
        .map(address -> RedirectOptions.builder().returnBackUrl(address).build())
        .orElse(RedirectOptions.DEFAULT);
  }

  /** A link, which with {@code mode="modal"} and a script opens the component over the page. */
  private static Markup link(
      TagAttributes attributes, String address, String component, String text) {
    Html html = ofHtml(Html.element("a"), attributes).attribute("href", address);
    String mode = attributes.text("mode").orElse("redirect");
    switch (mode) {
      case "redirect" -> {}
      case "modal" ->
          html.attribute("data-clerk-modal", component)
              .attribute(
                  "data-clerk-props",
                  JsonValues.write(attributes.props("props", Set.of("id", "class", "mode"))));
      default -> throw new IllegalArgumentException("'mode' must be redirect or modal.");
    }
    return new Markup(html.toString(), text, "</a>");
  }

  /** A form, so that a link that is followed signs nobody out. */
  private static Markup signOut(PageInstance instance, TagAttributes attributes) {
    String form =
        Html.element("form")
            .attribute("method", "post")
            .attribute("action", instance.signOutUrl())
            .attribute("data-clerk-sign-out", JsonValues.write(attributes.props("props", OF_HTML)))
            .toString();
    String back =
        attributes
            .text("redirectUrl")
            .map(
                address ->
                    Html.element("input")
                        .attribute("type", "hidden")
                        .attribute("name", RETURN)
                        .attribute("value", address)
                        .toString())
            .orElse("");
    return new Markup(
        form + back + ofHtml(Html.element("button"), attributes), "Sign out", "</button></form>");
  }

  private static Html ofHtml(Html html, TagAttributes attributes) {
    attributes.text("id").ifPresent(id -> html.attribute("id", id));
    attributes.text("class").ifPresent(classes -> html.attribute("class", classes));
    return html;
  }

  private static void tag(String name, String attributes, Writer writer) {
    Map<String, AttributeType> types = new LinkedHashMap<>();
    Stream.of(attributes.split(" ", -1)).forEach(each -> add(each, types));
    TABLE.put(name, new PageTag(name, Collections.unmodifiableMap(types), writer));
  }

  private static void add(String attribute, Map<String, AttributeType> types) {
    String name = attribute.replaceFirst("(\\?|#|\\{\\})$", "");
    types.put(
        name,
        switch (attribute.substring(name.length())) {
          case "?" -> AttributeType.FLAG;
          case "#" -> AttributeType.NUMBER;
          case "{}" -> AttributeType.JSON;
          default -> isAddress(name) ? AttributeType.URL : AttributeType.TEXT;
        });
  }

  private static boolean isAddress(String name) {
    return name.endsWith("Url") || ADDRESSES.contains(name);
  }
}

package io.github.clerkjakarta.internal.reason;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody is signed in: Clerk's reason code, what it means, and what can be done about it. Most
 * are Clerk's own; the last six are of requests that no other SDK judges.
 *
 * @see <a
 *     href="https://github.com/clerk/javascript/blob/main/packages/backend/src/tokens/authStatus.ts">Clerk:
 *     AuthErrorReason</a>
 */
public final class Reason {

  /** What can be done about a reason. */
  public enum Resolution {
    /** The person signs in. */
    SIGN_IN("sign-in"),
    /** The person may sign in; where that gives the same token again, someone changes a setting. */
    SIGN_IN_OR_CONFIGURE("configure"),
    /** Someone changes a setting: signing in again gives a token that is refused as well. */
    CONFIGURE("configure"),
    /** The request is repeated later: whether a token is good can't be told now. */
    RETRY("retry");

    private final String code;

    Resolution(String code) {
      this.code = code;
    }

    /** The word for it in a problem document. */
    public String code() {
      return code;
    }
  }

  /** How Clerk says that the claim isn't there, or is empty. */
  private static final Pattern NO_AUTHORIZED_PARTY =
      Pattern.compile(
          "(?s)Invalid JWT Authorized party claim \\(azp\\) (?:undefined|null|\"\")\\. .*");

  private static final String NOT_REFRESHED = "session-token-expired-refresh-";

  private static final Map<String, Reason> BY_CODE = new HashMap<>();

  // the session in the browser

  public static final Reason CLIENT_UAT_WITHOUT_SESSION_TOKEN =
      signIn(
          "client-uat-but-no-session-token",
          "The browser has been signed in, but sent no session token.");
  public static final Reason DEV_BROWSER_MISSING =
      signIn(
          "dev-browser-missing",
          "The development instance of Clerk doesn't know this browser yet.");
  public static final Reason DEV_BROWSER_SYNC =
      signIn("dev-browser-sync", "The browser brings what the development instance gave it.");
  public static final Reason PRIMARY_RESPONDS_TO_SYNCING =
      signIn("primary-responds-to-syncing", "A satellite domain has asked who is signed in here.");
  public static final Reason PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC =
      signIn(
          "primary-domain-cross-origin-sync",
          "The browser comes from another origin, where the session may have changed.");
  public static final Reason SATELLITE_NEEDS_SYNCING =
      signIn("satellite-needs-syncing", "This satellite domain doesn't know yet who is signed in.");
  public static final Reason SESSION_TOKEN_AND_UAT_MISSING =
      signIn("session-token-and-uat-missing", "The request carries no session.");
  public static final Reason SESSION_TOKEN_MISSING =
      signIn("session-token-missing", "Clerk has answered that nobody is signed in.");
  public static final Reason SESSION_TOKEN_EXPIRED =
      signIn("session-token-expired", "The session token has expired.");
  public static final Reason SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT =
      signIn(
          "session-token-iat-before-client-uat",
          "The session has changed since its token was issued.");
  public static final Reason SESSION_TOKEN_NBF =
      signIn(
          "session-token-nbf",
          "The session token isn't valid yet. If this goes on, set this server's clock right.");
  public static final Reason SESSION_TOKEN_IAT_IN_THE_FUTURE =
      signIn(
          "session-token-iat-in-the-future",
          "The session token was issued in the future. If this goes on, set this server's clock"
              + " right.");
  public static final Reason SESSION_TOKEN_WITHOUT_CLIENT_UAT =
      signIn(
          "session-token-but-no-client-uat",
          "The browser sent a session token, but not when its session last changed.");
  public static final Reason ACTIVE_ORGANIZATION_MISMATCH =
      signIn(
          "active-organization-mismatch",
          "The address names another organization than the active one.");

  // the token

  public static final Reason TOKEN_TYPE_MISMATCH =
      signIn(
          "token-type-mismatch",
          "The token is of a kind that isn't accepted here.",
          "A token of a JWT template is no session token: have the client call getToken() without"
              + " a template. Which kinds of machine token are accepted stands in clerk.acceptsToken"
              + " (CLERK_ACCEPTS_TOKEN) and in the rules.");
  public static final Reason NO_TOKEN_IN_HEADER =
      signIn("No token in header", "The request carries no token in its Authorization header.");
  public static final Reason TOKEN_EXPIRED = signIn("token-expired", "The token has expired.");
  public static final Reason TOKEN_INVALID =
      signIn("token-invalid", "The token isn't a valid one.");
  public static final Reason TOKEN_INVALID_ALGORITHM =
      signIn("token-invalid-algorithm", "The token is signed by an algorithm that isn't accepted.");
  public static final Reason TOKEN_INVALID_AUTHORIZED_PARTIES =
      known(
          new Reason(
              "token-invalid-authorized-parties",
              "The token was issued to an origin that clerk.authorizedParties doesn't name.",
              "If pages of that origin may call, add it to clerk.authorizedParties"
                  + " (CLERK_AUTHORIZED_PARTIES).",
              Resolution.CONFIGURE));

  /**
   * Clerk has the same code for it. Such tokens are Clerk's own: it issues some when a browser
   * opens a page of Clerk's, which has no {@code Origin}.
   */
  public static final Reason TOKEN_WITHOUT_AUTHORIZED_PARTY =
      new Reason(
          TOKEN_INVALID_AUTHORIZED_PARTIES.code,
          "Signed in, by a token that doesn't say for which origin it is: it has no claim azp.",
          "With clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES) set, no such token counts. If"
              + " your users have them, leave that setting empty.",
          Resolution.SIGN_IN_OR_CONFIGURE);

  public static final Reason TOKEN_INVALID_ISSUER =
      configuration(
          "token-invalid-issuer", "The token is of an issuer that clerk.issuer doesn't name.");
  public static final Reason TOKEN_INVALID_SIGNATURE =
      signIn(
          "token-invalid-signature",
          "The token's signature isn't the instance's.",
          "If this goes on, set CLERK_PUBLISHABLE_KEY and CLERK_SECRET_KEY, or CLERK_JWT_KEY, to"
              + " those of the instance that the tokens are of.");
  public static final Reason TOKEN_NOT_ACTIVE_YET =
      signIn("token-not-active-yet", "The token isn't valid yet.");
  public static final Reason TOKEN_IAT_IN_THE_FUTURE =
      signIn("token-iat-in-the-future", "The token was issued in the future.");
  public static final Reason TOKEN_VERIFICATION_FAILED =
      signIn("token-verification-failed", "The token doesn't say what it has to say.");

  // the keys of the instance

  public static final Reason SECRET_KEY_INVALID =
      later(
          "secret-key-invalid",
          "Clerk doesn't know the secret key. Set CLERK_SECRET_KEY to the one of this instance.");
  public static final Reason JWK_REMOTE_FAILED_TO_LOAD =
      later("jwk-remote-failed-to-load", "The keys of the instance couldn't be fetched.");
  public static final Reason JWK_LOCAL_MISSING =
      later("jwk-local-missing", "There is no key on this machine to verify the token with.");
  public static final Reason JWK_REMOTE_INVALID =
      later("jwk-remote-invalid", "Clerk's answer holds no keys.");
  public static final Reason JWK_REMOTE_MISSING =
      later("jwk-remote-missing", "Clerk has no keys for the instance.");
  public static final Reason JWK_FAILED_TO_RESOLVE =
      later("jwk-failed-to-resolve", "There is no key that the token can be verified with.");
  public static final Reason JWK_KID_MISMATCH =
      configuration(
          "jwk-kid-mismatch",
          "The token is signed by a key that isn't this instance's. Set CLERK_PUBLISHABLE_KEY and"
              + " CLERK_SECRET_KEY to those of one instance.");
  public static final Reason UNEXPECTED_ERROR =
      later("unexpected-error", "Who is calling couldn't be found out.");

  // what no other SDK judges

  /** A page of another origin made the browser send this request with the person's cookies. */
  public static final Reason FOREIGN_ORIGIN =
      configuration(
          "foreign-origin", "A page of another origin made the browser send this request.");

  /** A CORS preflight carries no credentials. */
  public static final Reason CORS_PREFLIGHT =
      signIn("cors-preflight", "A CORS preflight carries no credentials.");

  /** The request goes on to Clerk's Frontend API, and nobody here asks who is calling. */
  public static final Reason FRONTEND_API_PROXY =
      signIn("frontend-api-proxy", "The request goes to Clerk, which asks who is calling.");

  /** The request is for a host that belongs to none of the application's Clerk instances. */
  public static final Reason UNKNOWN_HOST =
      configuration(
          "unknown-host", "The host belongs to none of the application's Clerk instances.");

  /** The path of the request can be read in two ways. */
  public static final Reason AMBIGUOUS_PATH =
      configuration("ambiguous-path", "The path of the request can be read in two ways.");

  /** The session has ended, and Clerk has said so before its token expired. */
  public static final Reason SESSION_REVOKED = signIn("session-revoked", "The session has ended.");

  /** The application called {@code HttpServletRequest.logout()}. */
  public static final Reason LOGGED_OUT =
      signIn("logged-out", "The application has ended what was known of the caller.");

  private final String code;
  private final String words;
  private final String advice;
  private final Resolution resolution;

  private Reason(String code, String words, String advice, Resolution resolution) {
    this.code = code;
    this.words = words;
    this.advice = advice;
    this.resolution = resolution;
  }

  /** An expired session couldn't be refreshed, because of this. */
  public static Reason expiredAndNotRefreshed(String cause) {
    return new Reason(
        NOT_REFRESHED + cause,
        SESSION_TOKEN_EXPIRED.words,
        SESSION_TOKEN_EXPIRED.advice,
        SESSION_TOKEN_EXPIRED.resolution);
  }

  /** The reason with this code. One that nobody here knows is cured by signing in, if at all. */
  public static Reason of(String code) {
    Reason known = BY_CODE.get(code);
    if (known == null && code.startsWith(NOT_REFRESHED)) {
      return expiredAndNotRefreshed(code.substring(NOT_REFRESHED.length()));
    }
    return known == null ? new Reason(code, "", "", Resolution.SIGN_IN) : known;
  }

  /** The reason with this code, told apart by Clerk's message where one code stands for two. */
  public static Reason of(String code, String message) {
    return code.equals(TOKEN_WITHOUT_AUTHORIZED_PARTY.code)
            && NO_AUTHORIZED_PARTY.matcher(message).matches()
        ? TOKEN_WITHOUT_AUTHORIZED_PARTY
        : of(code);
  }

  /** Clerk's code, for example {@code token-expired}. */
  public String code() {
    return code;
  }

  /** A sentence that says what it means; empty where only the code is known. */
  public String words() {
    return words;
  }

  /** What it means, and what an operator can do about it where the words don't say that. */
  public String explanation() {
    return (words + " " + advice).strip();
  }

  /** What can be done about it. */
  public Resolution resolution() {
    return resolution;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reason that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }

  private static Reason signIn(String code, String words) {
    return signIn(code, words, "");
  }

  private static Reason signIn(String code, String words, String advice) {
    return known(new Reason(code, words, advice, Resolution.SIGN_IN));
  }

  private static Reason configuration(String code, String words) {
    return known(new Reason(code, words, "", Resolution.CONFIGURE));
  }

  private static Reason later(String code, String words) {
    return known(new Reason(code, words, "", Resolution.RETRY));
  }

  private static Reason known(Reason reason) {
    BY_CODE.put(reason.code, reason);
    return reason;
  }
}

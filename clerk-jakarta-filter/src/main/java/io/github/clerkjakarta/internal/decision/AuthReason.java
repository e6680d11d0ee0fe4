package io.github.clerkjakarta.internal.decision;

/** Why a caller isn't signed in: Clerk's reasons beyond those of the token itself. */
final class AuthReason {

  static final String CLIENT_UAT_WITHOUT_SESSION_TOKEN = "client-uat-but-no-session-token";
  static final String DEV_BROWSER_MISSING = "dev-browser-missing";
  static final String DEV_BROWSER_SYNC = "dev-browser-sync";
  static final String PRIMARY_RESPONDS_TO_SYNCING = "primary-responds-to-syncing";
  static final String PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC = "primary-domain-cross-origin-sync";
  static final String SATELLITE_NEEDS_SYNCING = "satellite-needs-syncing";
  static final String SESSION_TOKEN_AND_UAT_MISSING = "session-token-and-uat-missing";
  static final String SESSION_TOKEN_MISSING = "session-token-missing";
  static final String SESSION_TOKEN_EXPIRED = "session-token-expired";
  static final String SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT = "session-token-iat-before-client-uat";
  static final String SESSION_TOKEN_NBF = "session-token-nbf";
  static final String SESSION_TOKEN_IAT_IN_THE_FUTURE = "session-token-iat-in-the-future";
  static final String SESSION_TOKEN_WITHOUT_CLIENT_UAT = "session-token-but-no-client-uat";
  static final String ACTIVE_ORGANIZATION_MISMATCH = "active-organization-mismatch";
  static final String TOKEN_TYPE_MISMATCH = "token-type-mismatch";

  private AuthReason() {}
}

package io.github.clerkjakarta.internal.decision;

/** The names of Clerk's cookies and query parameters. */
final class ClerkNames {

  static final String SESSION = "__session";
  static final String REFRESH = "__refresh";
  static final String CLIENT_UAT = "__client_uat";
  static final String DEV_BROWSER = "__clerk_db_jwt";
  static final String HANDSHAKE = "__clerk_handshake";
  static final String HANDSHAKE_NONCE = "__clerk_handshake_nonce";
  static final String REDIRECT_COUNT = "__clerk_redirect_count";

  static final String HANDSHAKE_HELP = "__clerk_help";
  static final String LEGACY_DEV_BROWSER = "__dev_session";
  static final String REDIRECT_URL = "__clerk_redirect_url";
  static final String SYNCED = "__clerk_synced";

  /** What every query parameter of Clerk's that this application reads begins with. */
  static final String PARAMETER_PREFIX = "__clerk";

  private ClerkNames() {}
}

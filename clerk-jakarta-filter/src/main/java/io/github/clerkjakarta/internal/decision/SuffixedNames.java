package io.github.clerkjakarta.internal.decision;

/**
 * The names of cookies that only one instance uses: Clerk's names with a suffix of the instance.
 *
 * @param session the session token
 * @param refresh the refresh token
 * @param clientUat when the client last changed
 * @param devBrowser the browser that a development instance knows
 */
record SuffixedNames(String session, String refresh, String clientUat, String devBrowser) {

  static SuffixedNames of(String suffix) {
    return new SuffixedNames(
        ClerkNames.SESSION + "_" + suffix,
        ClerkNames.REFRESH + "_" + suffix,
        ClerkNames.CLIENT_UAT + "_" + suffix,
        ClerkNames.DEV_BROWSER + "_" + suffix);
  }
}

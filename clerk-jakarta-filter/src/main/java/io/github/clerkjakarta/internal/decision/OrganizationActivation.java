package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.RequestState.SignedIn;
import io.github.clerkjakarta.internal.reason.Reason;

/**
 * Someone is signed in, and the URL names another organization than the active one: a handshake
 * activates it. Where that can't be, the session goes on as it is, and the page has to look.
 *
 * @see <a href="https://clerk.com/docs/guides/organizations/org-slugs-in-urls">Clerk: organization
 *     slugs in URLs</a>
 */
final class OrganizationActivation {

  private static final int MOST_REDIRECTS = 3;

  private OrganizationActivation() {}

  static RequestState decide(RequestContext context, SignedIn signedIn) {
    OrganizationTarget target = context.organization();
    if (target == null || signedIn.auth().userId().isEmpty() || target.isActive(signedIn.auth())) {
      return signedIn;
    }
    if (context.cookies().redirectCount() >= MOST_REDIRECTS) {
      context.instance().log().activationLoop();
      return signedIn;
    }
    RequestState activation =
        HandshakeRedirect.orSignedOut(context, Reason.ACTIVE_ORGANIZATION_MISMATCH, "");
    return activation instanceof RequestState.Handshake ? activation : signedIn;
  }
}

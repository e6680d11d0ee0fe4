package io.github.clerkjakarta.internal.decision;

/**
 * Where Clerk hosts the sign-in pages of an instance.
 *
 * @see <a href="https://clerk.com/docs/guides/account-portal/overview">Clerk: account portal</a>
 */
public final class AccountPortal {

  private AccountPortal() {}

  /** The address of the portal that goes with a Frontend API. */
  public static String baseUrl(String frontendApi) {
    String host =
        frontendApi
            .replaceFirst("clerk\\.accountsstage\\.", "accountsstage.")
            .replaceFirst("clerk\\.accounts\\.|clerk\\.", "accounts.");
    return "https://" + host;
  }
}

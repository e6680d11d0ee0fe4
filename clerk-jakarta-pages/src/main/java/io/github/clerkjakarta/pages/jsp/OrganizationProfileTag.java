package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:organizationProfile>}. */
public final class OrganizationProfileTag extends TableTag {

  /** For the container. */
  public OrganizationProfileTag() {
    super("organizationProfile");
  }
}

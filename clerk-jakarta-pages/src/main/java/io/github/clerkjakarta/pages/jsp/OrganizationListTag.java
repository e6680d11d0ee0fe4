package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:organizationList>}. */
public final class OrganizationListTag extends TableTag {

  /** For the container. */
  public OrganizationListTag() {
    super("organizationList");
  }
}

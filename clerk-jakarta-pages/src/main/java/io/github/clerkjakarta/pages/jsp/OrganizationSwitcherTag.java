package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:organizationSwitcher>}. */
public final class OrganizationSwitcherTag extends TableTag {

  /** For the container. */
  public OrganizationSwitcherTag() {
    super("organizationSwitcher");
  }
}

package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:createOrganization>}. */
public final class CreateOrganizationTag extends TableTag {

  /** For the container. */
  public CreateOrganizationTag() {
    super("createOrganization");
  }
}

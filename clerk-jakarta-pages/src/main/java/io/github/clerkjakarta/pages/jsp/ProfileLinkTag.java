package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:profileLink>}. */
public final class ProfileLinkTag extends TableTag {

  /** For the container. */
  public ProfileLinkTag() {
    super("profileLink");
  }
}

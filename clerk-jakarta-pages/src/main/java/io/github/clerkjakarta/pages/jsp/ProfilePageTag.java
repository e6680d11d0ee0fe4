package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:profilePage>}. */
public final class ProfilePageTag extends TableTag {

  /** For the container. */
  public ProfilePageTag() {
    super("profilePage");
  }
}

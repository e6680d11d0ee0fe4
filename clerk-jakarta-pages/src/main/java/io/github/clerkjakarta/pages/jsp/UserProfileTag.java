package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:userProfile>}. */
public final class UserProfileTag extends TableTag {

  /** For the container. */
  public UserProfileTag() {
    super("userProfile");
  }
}

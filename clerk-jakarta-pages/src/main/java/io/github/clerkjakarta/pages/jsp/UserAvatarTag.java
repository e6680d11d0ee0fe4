package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:userAvatar>}. */
public final class UserAvatarTag extends TableTag {

  /** For the container. */
  public UserAvatarTag() {
    super("userAvatar");
  }
}

package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:userButton>}. */
public final class UserButtonTag extends TableTag {

  /** For the container. */
  public UserButtonTag() {
    super("userButton");
  }
}

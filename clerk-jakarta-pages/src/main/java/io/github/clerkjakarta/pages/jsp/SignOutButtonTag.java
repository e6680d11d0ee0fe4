package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:signOutButton>}. */
public final class SignOutButtonTag extends TableTag {

  /** For the container. */
  public SignOutButtonTag() {
    super("signOutButton");
  }
}

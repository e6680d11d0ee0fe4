package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:signInButton>}. */
public final class SignInButtonTag extends TableTag {

  /** For the container. */
  public SignInButtonTag() {
    super("signInButton");
  }
}

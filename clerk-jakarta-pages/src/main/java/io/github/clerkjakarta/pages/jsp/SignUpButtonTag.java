package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:signUpButton>}. */
public final class SignUpButtonTag extends TableTag {

  /** For the container. */
  public SignUpButtonTag() {
    super("signUpButton");
  }
}

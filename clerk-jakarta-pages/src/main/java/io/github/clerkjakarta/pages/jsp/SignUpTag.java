package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:signUp>}. */
public final class SignUpTag extends TableTag {

  /** For the container. */
  public SignUpTag() {
    super("signUp");
  }
}

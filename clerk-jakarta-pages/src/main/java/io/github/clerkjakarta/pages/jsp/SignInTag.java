package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:signIn>}. */
public final class SignInTag extends TableTag {

  /** For the container. */
  public SignInTag() {
    super("signIn");
  }
}

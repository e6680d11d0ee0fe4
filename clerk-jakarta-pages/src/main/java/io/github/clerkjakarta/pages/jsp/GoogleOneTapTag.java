package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:googleOneTap>}. */
public final class GoogleOneTapTag extends TableTag {

  /** For the container. */
  public GoogleOneTapTag() {
    super("googleOneTap");
  }
}

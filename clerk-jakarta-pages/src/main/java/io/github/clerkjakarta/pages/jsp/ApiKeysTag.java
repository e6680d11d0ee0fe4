package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:apiKeys>}. */
public final class ApiKeysTag extends TableTag {

  /** For the container. */
  public ApiKeysTag() {
    super("apiKeys");
  }
}

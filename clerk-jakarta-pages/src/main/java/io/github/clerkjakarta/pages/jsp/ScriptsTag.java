package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:scripts>}. */
public final class ScriptsTag extends TableTag {

  /** For the container. */
  public ScriptsTag() {
    super("scripts");
  }
}

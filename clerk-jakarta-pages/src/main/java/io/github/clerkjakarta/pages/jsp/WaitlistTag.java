package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:waitlist>}. */
public final class WaitlistTag extends TableTag {

  /** For the container. */
  public WaitlistTag() {
    super("waitlist");
  }
}

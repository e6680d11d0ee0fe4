package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:taskSetupMfa>}. */
public final class TaskSetupMfaTag extends TableTag {

  /** For the container. */
  public TaskSetupMfaTag() {
    super("taskSetupMfa");
  }
}

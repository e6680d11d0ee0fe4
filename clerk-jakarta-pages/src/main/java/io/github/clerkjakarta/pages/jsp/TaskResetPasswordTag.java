package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:taskResetPassword>}. */
public final class TaskResetPasswordTag extends TableTag {

  /** For the container. */
  public TaskResetPasswordTag() {
    super("taskResetPassword");
  }
}

package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:taskChooseOrganization>}. */
public final class TaskChooseOrganizationTag extends TableTag {

  /** For the container. */
  public TaskChooseOrganizationTag() {
    super("taskChooseOrganization");
  }
}

package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:menuItem>}. */
public final class MenuItemTag extends TableTag {

  /** For the container. */
  public MenuItemTag() {
    super("menuItem");
  }
}

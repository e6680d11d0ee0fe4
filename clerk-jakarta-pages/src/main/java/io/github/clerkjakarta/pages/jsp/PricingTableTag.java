package io.github.clerkjakarta.pages.jsp;

/** {@code <clerk:pricingTable>}. */
public final class PricingTableTag extends TableTag {

  /** For the container. */
  public PricingTableTag() {
    super("pricingTable");
  }
}

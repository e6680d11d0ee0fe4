package io.github.clerkjakarta.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the Facelets page asks the books for. */
@Named
@RequestScoped
public class Total {

  @Inject private Ledger ledger;
  private String text = "not asked yet";

  /** Asks; the CDI bean says who may. */
  public void ask() {
    text = ledger.total().getString("total");
  }

  public String getText() {
    return text;
  }
}

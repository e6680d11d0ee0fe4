package io.github.clerkjakarta.pages.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;

/** {@code <clerk:fallback>}: what all others see in place of the content of a show. */
public final class FallbackHandler extends TagHandler {

  /** For Facelets. */
  public FallbackHandler(TagConfig config) {
    super(config);
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) {
    // A part of the content, which is shown: this isn't.
  }

  void fallBack(FaceletContext context, UIComponent parent) throws IOException {
    nextHandler.apply(context, parent);
  }
}

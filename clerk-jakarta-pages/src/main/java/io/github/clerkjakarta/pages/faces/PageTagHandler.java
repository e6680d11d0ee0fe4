package io.github.clerkjakarta.pages.faces;

import io.github.clerkjakarta.pages.internal.PageTag;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.ComponentConfig;
import jakarta.faces.view.facelets.ComponentHandler;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.MetaRuleset;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagAttributeException;
import java.util.Set;

/** Puts a {@link PageTagComponent} into the view, and fails where an attribute has a typo. */
public final class PageTagHandler extends ComponentHandler {

  private static final Set<String> OF_FACES = Set.of("id", "rendered", "binding");

  /**
   * For Facelets.
   *
   * @throws TagAttributeException when the tag has no such attribute
   */
  public PageTagHandler(ComponentConfig config) {
    super(config);
    Set<String> known = PageTag.named(name()).attributes();
    for (TagAttribute attribute : tag.getAttributes().getAll()) {
      String name = attribute.getLocalName();
      if (attribute.getNamespace().isEmpty() && !known.contains(name) && !OF_FACES.contains(name)) {
        throw new TagAttributeException(tag, attribute, "There is no such attribute: " + known);
      }
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // so it is declared by Faces
  protected MetaRuleset createMetaRuleset(Class type) {
    return super.createMetaRuleset(type).alias("class", PageTagComponent.STYLE_CLASS);
  }

  @Override
  public void onComponentCreated(
      FaceletContext context, UIComponent component, UIComponent parent) {
    ((PageTagComponent) component).setTag(name());
  }

  private String name() {
    return tag.getLocalName();
  }
}

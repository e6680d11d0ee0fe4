package io.github.clerkjakarta.pages.faces;

import io.github.clerkjakarta.pages.internal.ShowCondition;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.CompositeFaceletHandler;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.FaceletHandler;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <clerk:show>}: its content is a part of the view for those whom it is for, and of nobody
 * else's, so that nobody else can submit what is in it either. Judged as the view is built, and
 * anew for each postback, like {@code c:if}.
 */
public final class ShowHandler extends TagHandler {

  /** For Facelets. */
  public ShowHandler(TagConfig config) {
    super(config);
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) throws IOException {
    if (ShowCondition.holds(ClerkFilter.auth(request(context)), attributes(context))) {
      nextHandler.apply(context, parent);
    } else {
      for (FaceletHandler part : parts()) {
        if (part instanceof FallbackHandler fallback) {
          fallback.fallBack(context, parent);
        }
      }
    }
  }

  private List<FaceletHandler> parts() {
    return nextHandler instanceof CompositeFaceletHandler several
        ? List.of(several.getHandlers())
        : List.of(nextHandler);
  }

  private Map<String, @Nullable Object> attributes(FaceletContext context) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    for (TagAttribute attribute : tag.getAttributes().getAll()) {
      attributes.put(attribute.getLocalName(), attribute.getObject(context));
    }
    return attributes;
  }

  private static ServletRequest request(FaceletContext context) {
    return (ServletRequest) context.getFacesContext().getExternalContext().getRequest();
  }
}

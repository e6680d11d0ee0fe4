package io.github.clerkjakarta.pages.faces;

import io.github.clerkjakarta.pages.internal.Markup;
import io.github.clerkjakarta.pages.internal.PageTag;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tag that writes something, as a part of a view. */
public final class PageTagComponent extends UIComponentBase {

  /** The component type and family. */
  public static final String TYPE = "io.github.clerkjakarta.pages.PageTag";

  /** How Faces names a class of HTML: {@code class} would be what {@code getClass()} answers. */
  static final String STYLE_CLASS = "styleClass";

  private static final String TAG = TYPE + ".name";

  /** For Faces. */
  public PageTagComponent() {
    setRendererType(null);
  }

  @Override
  public String getFamily() {
    return TYPE;
  }

  void setTag(String name) {
    getAttributes().put(TAG, name);
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    super.encodeBegin(context);
    Markup markup = markup(context);
    context.getResponseWriter().write(markup.start());
    if (getChildCount() == 0) {
      context.getResponseWriter().write(markup.content());
    }
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    context.getResponseWriter().write(markup(context).end());
    super.encodeEnd(context);
  }

  private Markup markup(FacesContext context) {
    PageTag tag = tag().within(tagAround());
    Map<String, Object> written = new LinkedHashMap<>();
    for (String name : tag.attributes()) {
      Object value =
          switch (name) {
            case "id" -> writtenId(context);
            case "class" -> getAttributes().get(STYLE_CLASS);
            default -> getAttributes().get(name);
          };
      if (value != null) {
        written.put(name, value);
      }
    }
    return tag.markup((ServletRequest) context.getExternalContext().getRequest(), written);
  }

  private PageTag tag() {
    return PageTag.named(String.valueOf(getAttributes().get(TAG)));
  }

  private @Nullable PageTag tagAround() {
    for (UIComponent around = getParent(); around != null; around = around.getParent()) {
      if (around instanceof PageTagComponent component) {
        return component.tag();
      }
    }
    return null;
  }

  /** The id by which scripts and ajax find the element; none where the page gives none. */
  private String writtenId(FacesContext context) {
    String id = getId();
    return id == null || id.startsWith(UIViewRoot.UNIQUE_ID_PREFIX) ? "" : getClientId(context);
  }
}

package io.github.clerkjakarta.pages.jsp;

import io.github.clerkjakarta.pages.internal.ShowCondition;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.JspFragment;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <clerk:show>}: its content is run for those whom it is for, and for nobody else. */
public final class ShowTag extends SimpleTagSupport implements DynamicAttributes {

  private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
  private @Nullable JspFragment fallback;

  /** For the container. */
  public ShowTag() {}

  @Override
  public void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
    attributes.put(name, value);
  }

  /** What all others see. */
  public void setFallback(JspFragment fallback) {
    this.fallback = fallback;
  }

  @Override
  public void doTag() throws JspException, IOException {
    PageContext page = (PageContext) getJspContext();
    boolean shown = ShowCondition.holds(ClerkFilter.auth(page.getRequest()), attributes);
    JspFragment content = shown ? getJspBody() : fallback;
    if (content != null) {
      content.invoke(page.getOut());
    }
  }
}

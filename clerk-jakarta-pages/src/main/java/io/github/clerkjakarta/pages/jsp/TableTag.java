package io.github.clerkjakarta.pages.jsp;

import io.github.clerkjakarta.pages.internal.Markup;
import io.github.clerkjakarta.pages.internal.PageTag;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.JspWriter;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.JspFragment;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag of the table. JSP doesn't tell a tag its name, so each has a class, and Open Liberty
 * compiles no page with one that is nested.
 */
abstract class TableTag extends SimpleTagSupport implements DynamicAttributes {

  private final PageTag tag;
  private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

  TableTag(String name) {
    tag = PageTag.named(name);
  }

  @Override
  public final void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
    attributes.put(name, value);
  }

  @Override
  public final void doTag() throws JspException, IOException {
    PageContext page = (PageContext) getJspContext();
    TableTag around = (TableTag) findAncestorWithClass(this, TableTag.class);
    Markup markup =
        tag.within(around == null ? null : around.tag).markup(page.getRequest(), attributes);
    JspFragment content = getJspBody();
    JspWriter out = page.getOut();
    out.write(markup.start());
    if (content == null) {
      out.write(markup.content());
    } else {
      content.invoke(out);
    }
    out.write(markup.end());
  }
}

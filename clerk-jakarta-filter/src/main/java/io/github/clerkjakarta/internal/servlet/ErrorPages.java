package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.internal.liberty.PageForAllErrors;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Which statuses an application has error pages of its own for. No server tells, so they are read
 * where the application declares them: in {@code web.xml}, in the {@code web-fragment.xml} of its
 * jars, and in the {@code ibm-web-ext.xml} of Open Liberty.
 */
public final class ErrorPages {

  private static final String ATTRIBUTE = ErrorPages.class.getName();

  private static final String OUT_OF_REACH = ATTRIBUTE + ".outOfReach";

  private static final String WEB_INF = "/WEB-INF/";

  private final boolean all;
  private final Set<Integer> statuses;

  private ErrorPages(boolean all, Set<Integer> statuses) {
    this.all = all;
    this.statuses = Set.copyOf(statuses);
  }

  /** Whether an error of this status, of this request, shows a page of the application's. */
  static boolean showOne(HttpServletRequest request, int status) {
    if (request.getAttribute(OUT_OF_REACH) != null) {
      return false;
    }
    ServletContext context = request.getServletContext();
    ErrorPages pages = of(context);
    return pages.statuses.contains(status)
        || (pages.all && PageForAllErrors.isFor(status, context));
  }

  /** From here on the server can show none for this request, whatever the application declares. */
  public static void putOutOfReach(ServletRequest request) {
    request.setAttribute(OUT_OF_REACH, true);
  }

  /** Takes that back. */
  public static void putWithinReach(ServletRequest request) {
    request.removeAttribute(OUT_OF_REACH);
  }

  private static ErrorPages of(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof ErrorPages known) {
      return known;
    }
    ErrorPages found = declaredIn(context);
    context.setAttribute(ATTRIBUTE, found);
    return found;
  }

  private static ErrorPages declaredIn(ServletContext context) {
    Set<String> files = context.getResourcePaths(WEB_INF);
    if (files == null || files.isEmpty()) {
      // No WAR: whoever embeds the server sets its pages in code.
      return new ErrorPages(true, Set.of());
    }
    try {
      ErrorPageReader reader = new ErrorPageReader();
      read(context.getResource(WEB_INF + "web.xml"), reader);
      read(context.getResource(WEB_INF + "ibm-web-ext.xml"), reader);
      for (URL fragment :
          Collections.list(context.getClassLoader().getResources("META-INF/web-fragment.xml"))) {
        read(fragment, reader);
      }
      return new ErrorPages(reader.hasOneForAll(), reader.statuses());
    } catch (IOException | XMLStreamException | NumberFormatException e) {
      // The server has read it by now, and knows better.
      return new ErrorPages(true, Set.of());
    }
  }

  private static void read(@Nullable URL file, ErrorPageReader reader)
      throws IOException, XMLStreamException {
    if (file != null) {
      try (InputStream xml = file.openStream()) {
        reader.read(xml);
      }
    }
  }
}

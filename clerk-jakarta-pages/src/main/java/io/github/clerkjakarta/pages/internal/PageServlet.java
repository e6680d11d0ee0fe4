package io.github.clerkjakarta.pages.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Serves what pages need of this module: its files, an end to the session, and ready pages. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String SIGN_OUT = "/sign-out";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getServletPath().equals(PageInstance.OWN_PATH)) {
      readyPage(request, response);
      return;
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    Optional<PageResource> resource = PageResource.at(path);
    if (resource.isPresent()) {
      write(resource.get(), request, response);
    } else if (path.equals(SIGN_OUT)) {
      SignOut.page(request).write(response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals(PageInstance.OWN_PATH)
        && SIGN_OUT.equals(request.getPathInfo())) {
      SignOut.end(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }

  private static void readyPage(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    String component = PageSettings.of(request.getServletContext()).readyPages().get(path);
    if (component == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Map<String, String> routing =
        PageTag.named(component).attributes().contains("path")
            ? Map.of("routing", "path", "path", PageInstance.of(request).contextPath() + path)
            : Map.of();
    Markup markup = PageTag.named(component).markup(request, routing);
    String content =
        markup.start() + markup.end() + "<noscript>This page needs JavaScript.</noscript>";
    HtmlPage.of(request, ReadyPages.title(component), content).write(response);
  }

  private static void write(
      PageResource resource, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean current = resource.query().equals(request.getQueryString());
    response.setHeader(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(resource.type());
    byte[] bytes = resource.bytes();
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /**
   * A page of ours.
   *
   * @param html all of it
   */
  record HtmlPage(String html) {

    static HtmlPage of(HttpServletRequest request, String title, String content) {
      String contextPath = PageInstance.of(request).contextPath();
      return new HtmlPage(
          """
          <!DOCTYPE html>
          <html lang="en">
          <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s</title>
          %s
          %s
          %s
          </head>
          <body><main>%s</main></body>
          </html>
          """
              .formatted(
                  title,
                  link("icon", contextPath, PageResource.ICON),
                  link("stylesheet", contextPath, PageResource.STYLE),
                  PageTag.named("scripts").markup(request, Map.of()).start(),
                  content));
    }

    private static Html link(String relation, String contextPath, PageResource resource) {
      return Html.element("link")
          .attribute("rel", relation)
          .attribute("href", contextPath + resource.address());
    }

    void write(HttpServletResponse response) throws IOException {
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}

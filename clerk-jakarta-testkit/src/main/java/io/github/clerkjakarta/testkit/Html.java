package io.github.clerkjakarta.testkit;

import java.util.Map;
import java.util.stream.Collectors;

/** The frame of every page. No script, so the pages work in any browser and in none. */
final class Html {

  private Html() {}

  static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · LocalClerk</title>
        <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
        form { margin: 0 0 .5rem; }
        label { display: block; margin: .5rem 0 0; }
        input, select, button { font: inherit; width: 100%%; padding: .5rem; box-sizing: border-box; }
        button { margin-top: .25rem; cursor: pointer; }
        [role=alert] { border-left: .25rem solid #c33; padding-left: .75rem; }
        footer { margin-top: 2rem; opacity: .7; font-size: .85rem; }
        </style>
        </head>
        <body>
        <h1>%1$s</h1>
        %2$s
        <footer>LocalClerk plays Clerk on this machine. Nothing here is a real account.</footer>
        </body>
        </html>
        """
        .formatted(escape(title), body);
  }

  /** A form that keeps the given fields out of sight; {@code content} is HTML already. */
  static String form(String action, Map<String, String> hidden, String content) {
    String fields =
        hidden.entrySet().stream()
            .map(
                field ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(field.getKey()), escape(field.getValue())))
            .collect(Collectors.joining());
    return "<form method=\"post\" action=\"%s\">%s%s</form>\n"
        .formatted(escape(action), fields, content);
  }

  static String button(String id, String text) {
    return "<button id=\"%s\">%s</button>".formatted(escape(id), escape(text));
  }

  static String alert(String text) {
    return "<p role=\"alert\">%s</p>\n".formatted(escape(text));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package io.github.clerkjakarta.testkit.internal.http;

import java.util.Map;
import java.util.stream.Collectors;

/** The frame of every page. No script, so the pages work in any browser and in none. */
public final class Html {

  private Html() {}

  public static String page(String title, String body) {
    return frame("narrow", title, body);
  }

  /** A page with tables. */
  public static String widePage(String title, String body) {
    return frame("wide", title, body);
  }

  private static String frame(String width, String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · LocalClerk</title>
        <link rel="icon" href="data:,">
        <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
          --line: color-mix(in srgb, currentColor 18%%, transparent);
          --soft: color-mix(in srgb, currentColor 6%%, transparent); }
        body { margin: 2.5rem auto; padding: 0 1rem; }
        .narrow { max-width: 26rem; }
        .wide { max-width: 64rem; }
        form { margin: 0 0 .5rem; }
        label { display: block; margin: .5rem 0 0; }
        input, select, button { font: inherit; padding: .5rem; box-sizing: border-box;
          border: 1px solid var(--line); border-radius: .375rem; }
        .narrow input, .narrow select, .narrow button { width: 100%%; }
        button { margin-top: .25rem; cursor: pointer; }
        section { margin-top: 2rem; }
        h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
        table { border-collapse: collapse; width: 100%%; font-size: .9rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
          border-bottom: 1px solid var(--line); }
        td form, .row form { display: inline-block; margin: 0 .25rem .25rem 0; }
        td button { padding: .2rem .5rem; margin: 0; font-size: .85rem; }
        .row label { display: inline-block; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem;
          background: var(--soft); border-radius: .5rem; padding: .75rem 1rem; }
        dt { opacity: .75; }
        dd { margin: 0; }
        code { overflow-wrap: anywhere; font-size: .85em; }
        .plain { list-style: none; padding: 0; margin: 0; }
        [role=alert] { border-left: .25rem solid #c33; padding-left: .75rem; }
        footer { margin-top: 2rem; opacity: .7; font-size: .85rem; }
        </style>
        </head>
        <body class="%3$s">
        <h1>%1$s</h1>
        %2$s
        <footer>LocalClerk plays Clerk on this machine. Nothing here is a real account.</footer>
        </body>
        </html>
        """
        .formatted(escape(title), body, width);
  }

  /** A form that keeps the given fields out of sight; {@code content} is HTML already. */
  public static String form(String action, Map<String, String> hidden, String content) {
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

  public static String button(String id, String text) {
    return "<button id=\"%s\">%s</button>".formatted(escape(id), escape(text));
  }

  public static String alert(String text) {
    return "<p role=\"alert\">%s</p>\n".formatted(escape(text));
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

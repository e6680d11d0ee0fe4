package io.github.clerkjakarta.sample.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tab with cookies of its own. Everything that waits gives up after 30 seconds. It can't be
 * closed without an exception when one of its pages has tried what its policy forbids.
 */
public final class Page implements AutoCloseable {

  private static final Duration LOADED_WITHIN = Duration.ofSeconds(30);

  private final DevTools devTools;
  private final String session;
  private final String context;
  private final Path screenshots;
  private final Journey journey;
  private final Violations violations;
  private final Questions questions;

  Page(DevTools devTools, String session, String context, Path screenshots) {
    this.devTools = devTools;
    this.session = session;
    this.context = context;
    this.screenshots = screenshots;
    this.journey = new Journey(session);
    this.violations = new Violations(session);
    this.questions = new Questions(session);
    devTools.onEvent(journey);
    devTools.onEvent(violations);
    devTools.onEvent(questions);
    call("Page.enable", Map.of());
    call("Network.enable", Map.of());
    call("Runtime.enable", Map.of());
    call("Log.enable", Map.of());
    call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Violations.LISTENER));
  }

  /** Begins to write down what the tab complains about and whom it asks. */
  public Watch watch() {
    Watch watch = new Watch(session);
    devTools.onEvent(watch);
    return watch;
  }

  /** What its pages have tried although their policy forbids it, earliest first. */
  public List<String> violations() {
    return violations.found();
  }

  /** Forgets the violations. */
  public void forgetViolations() {
    violations.forget();
  }

  /** Opens an address and waits until the page has loaded. */
  public Visit open(String address) {
    return travel(
        () -> {
          JsonObject result = call("Page.navigate", Map.of("url", address));
          if (result.containsKey("errorText")) {
            throw new IllegalStateException(address + ": " + result.getString("errorText"));
          }
        });
  }

  /** Clicks the element and waits until the page that it leads to has loaded. */
  public Visit follow(String selector) {
    return travel(() -> click(selector));
  }

  /** Clicks the element, and stays when the browser asks whether to leave the page. */
  public void stayAfter(String selector) {
    click(selector);
    answer(false);
  }

  /** Clicks the element, leaves when the browser asks, and waits until the next page has loaded. */
  public Visit leaveAfter(String selector) {
    return travel(
        () -> {
          click(selector);
          answer(true);
        });
  }

  private void answer(boolean leave) {
    Pause.until("the question whether to leave the page", LOADED_WITHIN, questions::isAsked);
    questions.answered();
    call("Page.handleJavaScriptDialog", Map.of("accept", leave));
  }

  /** Clicks the middle of the element, as a mouse would. */
  public void click(String selector) {
    JsonObject middle =
        evaluate(
                """
                (() => {
                  const element = %s;
                  element.scrollIntoView({block: 'center'});
                  const box = element.getBoundingClientRect();
                  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
                })()
                """
                    .formatted(element(selector)))
            .asJsonObject();
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              middle.getJsonNumber("x").doubleValue(),
              "y",
              middle.getJsonNumber("y").doubleValue(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Writes into a field, in place of what is there; a component may just be drawing it anew. */
  public void type(String selector, String text) {
    String focus =
        "(() => { const field = %s; field?.focus(); field?.select(); return field !== null; })()"
            .formatted(element(selector));
    Pause.until(selector, LOADED_WITHIN, () -> evaluate(focus) == JsonValue.TRUE);
    call("Input.insertText", Map.of("text", text));
  }

  /** Whether the page has such an element. */
  public boolean has(String selector) {
    return evaluate("document.querySelector(%s) !== null".formatted(quoted(selector)))
        == JsonValue.TRUE;
  }

  /** The text of the element as a person reads it. */
  public String text(String selector) {
    return string(element(selector) + ".innerText");
  }

  /** What stands in a field. */
  public String value(String selector) {
    return string(element(selector) + ".value");
  }

  /** The whole page as a person reads it. */
  public String text() {
    return string("document.body.innerText");
  }

  /** What the address bar shows. */
  public URI address() {
    return URI.create(string("location.href"));
  }

  /** The value of a JavaScript expression. */
  public JsonValue evaluate(String expression) {
    JsonObject result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.containsKey("exceptionDetails")) {
      throw new IllegalStateException(
          expression
              + ": "
              + result
                  .getJsonObject("exceptionDetails")
                  .getJsonObject("exception")
                  .getString("description", "thrown"));
    }
    return result.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
  }

  /** The cookies that the browser would send to this address. */
  public List<Cookie> cookies(String address) {
    return call("Network.getCookies", Map.of("urls", List.of(address)))
        .getJsonArray("cookies")
        .stream()
        .map(JsonValue::asJsonObject)
        .map(
            cookie ->
                new Cookie(
                    cookie.getString("name"),
                    cookie.getString("value"),
                    cookie.getBoolean("httpOnly"),
                    cookie.getString("sameSite", "")))
        .toList();
  }

  /** The cookie of that name that the browser would send to this address. */
  public Optional<Cookie> cookie(String address, String name) {
    return cookies(address).stream().filter(cookie -> cookie.name().equals(name)).findFirst();
  }

  /** Puts a cookie into the browser, over one of the same name. */
  public void setCookie(String address, String name, String value) {
    call("Network.setCookie", Map.of("url", address, "name", name, "value", value));
  }

  /** Takes a picture of the page, {@code NAME.png}. */
  public void screenshot(String name) {
    String image = call("Page.captureScreenshot", Map.of("format", "png")).getString("data");
    try {
      Files.createDirectories(screenshots);
      Files.write(screenshots.resolve(name + ".png"), Base64.getDecoder().decode(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    devTools.forget(journey);
    devTools.forget(violations);
    devTools.forget(questions);
    devTools.call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
    if (!violations().isEmpty()) {
      throw new IllegalStateException("against the policy of a page: " + violations());
    }
  }

  private Visit travel(Runnable departure) {
    journey.begin();
    departure.run();
    Pause.until("the page has loaded", LOADED_WITHIN, journey::hasArrived);
    return journey.visit();
  }

  private JsonObject call(String method, Map<String, ?> params) {
    return devTools.call(session, method, params);
  }

  private String string(String expression) {
    return ((JsonString) evaluate(expression)).getString();
  }

  private static String element(String selector) {
    return "document.querySelector(%s)".formatted(quoted(selector));
  }

  private static String quoted(String text) {
    return Json.createValue(text).toString();
  }
}

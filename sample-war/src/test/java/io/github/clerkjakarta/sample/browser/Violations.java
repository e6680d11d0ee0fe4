package io.github.clerkjakarta.sample.browser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Writes down what a tab's pages tried although their Content Security Policy forbids it. */
final class Violations implements Consumer<DevTools.Event> {

  /** Has each document say so on its console, where it can be heard after the document is gone. */
  static final String LISTENER =
      """
      document.addEventListener('securitypolicyviolation', violation =>
        console.debug('securitypolicyviolation', location.href, violation.effectiveDirective,
          violation.blockedURI, violation.sourceFile, violation.sample))
      """;

  private final String session;
  private final List<String> found = new CopyOnWriteArrayList<>();

  Violations(String session) {
    this.session = session;
  }

  List<String> found() {
    return List.copyOf(found);
  }

  void forget() {
    found.clear();
  }

  @Override
  public void accept(DevTools.Event event) {
    if (!event.session().equals(session)) {
      return;
    }
    JsonObject params = event.params();
    if (event.method().equals("Runtime.consoleAPICalled")
        && params.get("args").toString().contains("securitypolicyviolation")) {
      found.add(params.get("args").toString());
    } else if (event.method().equals("Log.entryAdded")
        && params.toString().contains("Content Security Policy")) {
      found.add(params.getJsonObject("entry").getString("text"));
    }
  }
}

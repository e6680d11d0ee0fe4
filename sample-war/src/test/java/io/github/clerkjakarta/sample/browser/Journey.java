package io.github.clerkjakarta.sample.browser;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what a tab's address bar goes through, from a departure until a page has loaded. */
final class Journey implements Consumer<DevTools.Event> {

  private final String session;
  private final List<Visit.Answer> answers = new ArrayList<>();
  private boolean arrived;

  Journey(String session) {
    this.session = session;
  }

  synchronized void begin() {
    answers.clear();
    arrived = false;
  }

  synchronized boolean hasArrived() {
    return arrived && !answers.isEmpty();
  }

  synchronized Visit visit() {
    return new Visit(answers);
  }

  @Override
  public synchronized void accept(DevTools.Event event) {
    if (!event.session().equals(session)) {
      return;
    }
    JsonObject params = event.params();
    switch (event.method()) {
      case "Network.requestWillBeSent" -> {
        if (isDocument(params) && params.containsKey("redirectResponse")) {
          add(params.getJsonObject("redirectResponse"));
        }
      }
      case "Network.responseReceived" -> {
        if (isDocument(params)) {
          add(params.getJsonObject("response"));
        }
      }
      case "Page.loadEventFired" -> arrived = true;
      default -> {}
    }
  }

  private void add(JsonObject response) {
    answers.add(new Visit.Answer(URI.create(response.getString("url")), response.getInt("status")));
  }

  private static boolean isDocument(JsonObject params) {
    return "Document".equals(params.getString("type", ""));
  }
}

package io.github.clerkjakarta.sample.browser;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Writes down what a tab complains about and whom it asks. */
public final class Watch implements Consumer<DevTools.Event> {

  private final String session;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<URI> requests = new CopyOnWriteArrayList<>();

  Watch(String session) {
    this.session = session;
  }

  /** What the console shows in red, earliest first. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Every address that the tab asked over the network. */
  public List<URI> requests() {
    return List.copyOf(requests);
  }

  /** Forgets the complaints. */
  public void forgetComplaints() {
    complaints.clear();
  }

  @Override
  public void accept(DevTools.Event event) {
    if (!event.session().equals(session)) {
      return;
    }
    JsonObject params = event.params();
    switch (event.method()) {
      case "Network.requestWillBeSent" -> {
        String address = params.getJsonObject("request").getString("url");
        if (address.startsWith("http")) {
          requests.add(URI.create(address.replaceFirst("[?#].*", "")));
        }
      }
      case "Runtime.exceptionThrown" -> complaints.add(params.toString());
      case "Runtime.consoleAPICalled" -> {
        if (params.getString("type").equals("error")) {
          complaints.add(params.get("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        JsonObject entry = params.getJsonObject("entry");
        if (entry.get("level") instanceof JsonString level && level.getString().equals("error")) {
          complaints.add(entry.getString("text") + " " + entry.getString("url", ""));
        }
      }
      default -> {}
    }
  }
}

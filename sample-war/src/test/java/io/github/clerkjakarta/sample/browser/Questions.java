package io.github.clerkjakarta.sample.browser;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts how often a tab has asked whether to leave its page. */
final class Questions implements Consumer<DevTools.Event> {

  private final String session;
  private final AtomicInteger asked = new AtomicInteger();
  private int answered;

  Questions(String session) {
    this.session = session;
  }

  /** Whether one is open. */
  boolean isAsked() {
    return asked.get() > answered;
  }

  void answered() {
    answered++;
  }

  @Override
  public void accept(DevTools.Event event) {
    if (event.session().equals(session)
        && event.method().equals("Page.javascriptDialogOpening")
        && event.params().getString("type").equals("beforeunload")) {
      asked.incrementAndGet();
    }
  }
}

package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Pause;
import java.time.Duration;

/** The buttons of the page about annotations. */
final class Buttons {

  private Buttons() {}

  /** Presses one and returns what the page then shows. */
  static String answer(Page page, String button) {
    page.evaluate("document.querySelector('#answer').textContent = '…'");
    page.click(button);
    Pause.until(
        "an answer is shown", Duration.ofSeconds(30), () -> !page.text("#answer").equals("…"));
    return page.text("#answer");
  }
}

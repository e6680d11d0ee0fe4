package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.sample.browser.Page;
import io.github.clerkjakarta.sample.browser.Pause;
import io.github.clerkjakarta.sample.browser.Watch;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.Session;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;

/** A tab that shows pages with ClerkJS on them. */
record Tab(Stage stage, Page page, Watch watch) implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  static Tab of(Stage stage) {
    Page page = stage.newPage();
    return new Tab(stage, page, page.watch());
  }

  /** Opens a page as a browser with this session does, and waits for ClerkJS. */
  void arrive(LocalClerk clerk, Session session, String path) {
    session.cookies().forEach((name, value) -> page.setCookie(stage.address("/"), name, value));
    String token = session.tokenBuilder().authorizedParty(stage.address("")).token();
    page.setCookie(stage.address("/"), "__session", token);
    page.setCookie(stage.address("/"), "__session_" + clerk.cookieSuffix(), token);
    page.open(stage.address(path));
    waitFor("Clerk.status === 'ready' && !!Clerk.session");
  }

  /** Writes into the two steps of Clerk's form. */
  void signIn(Person person) {
    signIn(person, person.password());
  }

  /** The same with any password. */
  void signIn(Person person, String password) {
    waitFor("!!document.querySelector('input[name=identifier]')");
    page.type("input[name=identifier]", person.emailAddress());
    submit();
    waitFor("!!document.querySelector('.cl-signIn-password input[name=password]')");
    page.type("input[name=password]", password);
    submit();
  }

  /** The button moves while the form checks what was written, so that a mouse would miss it. */
  void submit() {
    page.evaluate("document.querySelector('.cl-formButtonPrimary').click()");
  }

  void waitFor(String condition) {
    try {
      Pause.until(condition, SOON, () -> holds(condition));
    } catch (IllegalStateException e) {
      page.screenshot("tab-failed");
      throw new AssertionError(
          e.getMessage() + "\n" + page.address() + "\n" + page.text() + "\n" + watch.complaints(),
          e);
    }
  }

  private boolean holds(String condition) {
    try {
      return page.evaluate("document.readyState === 'complete' && !!(" + condition + ")")
          == JsonValue.TRUE;
    } catch (IllegalStateException e) {
      // the tab is between two pages
      return false;
    }
  }

  void assertThatNothingWasWrong() {
    assertThat(watch.complaints()).isEmpty();
    assertThat(watch.requests()).extracting(URI::getHost).containsOnly("localhost");
  }

  @Override
  public void close() {
    // a tab can't be closed on its way from one page to the next
    page.open("data:text/html,end");
    page.close();
  }
}

package io.github.clerkjakarta.sample.browser;

import java.net.URI;
import java.util.List;

/**
 * One journey of the address bar: every answer to a request for a document, in order; the last is
 * the page that is shown.
 */
public record Visit(List<Answer> answers) {

  /** What one address answered. */
  public record Answer(URI address, int status) {}

  /** Keeps an immutable copy. */
  public Visit {
    answers = List.copyOf(answers);
  }

  /** The status of the page that is shown. */
  public int status() {
    return answers.get(answers.size() - 1).status();
  }

  /** How often the browser was sent on. */
  public long redirects() {
    return answers.stream().filter(answer -> answer.status() / 100 == 3).count();
  }

  /** How often an address with this path was asked. */
  public long requestsTo(String path) {
    return answers.stream().filter(answer -> path.equals(answer.address().getPath())).count();
  }
}

package io.github.clerkjakarta.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A response that already carries our headers and keeps them beside the application's: through
 * {@code reset()}, and where the application sets a header of the same name.
 */
final class AnsweredResponse extends HttpServletResponseWrapper {

  private final OurHeaders ours;
  private final HttpServletResponse response;
  private final Set<String> replaced = new HashSet<>();

  AnsweredResponse(HttpServletResponse response, OurHeaders ours) {
    super(response);
    this.response = response;
    this.ours = ours;
  }

  @Override
  public void reset() {
    super.reset();
    replaced.clear();
    ours.applyTo(response);
  }

  @Override
  public void setHeader(String name, String value) {
    if (name == null || ours.insistOn(name)) {
      return;
    }
    super.setHeader(name, value);
    replaced.add(name.toLowerCase(Locale.ROOT));
    if (ours.accompany(name)) {
      ours.addTo(response, name);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (name == null || ours.insistOn(name)) {
      return;
    }
    if (ours.offer(name) && replaced.add(name.toLowerCase(Locale.ROOT))) {
      super.setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }
}

package io.github.clerkjakarta.internal.servlet;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response that carries the headers of its caller and keeps them beside the application's:
 * through {@code reset()}, and where the application sets a header of the same name.
 */
final class AuthenticatedResponse extends HttpServletResponseWrapper {

  private final CallerHeaders ours;
  private @Nullable Set<String> replaced;

  private AuthenticatedResponse(HttpServletResponse response, CallerHeaders ours) {
    super(response);
    this.ours = ours;
  }

  /**
   * The response with these headers; itself where it carries them already, as the one does that an
   * application gave to {@code startAsync}.
   */
  static HttpServletResponse carrying(CallerHeaders headers, HttpServletResponse response) {
    ServletResponse at = response;
    while (at instanceof ServletResponseWrapper wrapper) {
      if (wrapper instanceof AuthenticatedResponse known && known.ours == headers) {
        return response;
      }
      at = wrapper.getResponse();
    }
    return new AuthenticatedResponse(response, headers);
  }

  @Override
  public void reset() {
    super.reset();
    replaced = null;
    ours.write();
  }

  @Override
  public void setHeader(@Nullable String name, @Nullable String value) {
    if (name == null || ours.insistOn(name)) {
      return;
    }
    super.setHeader(name, value);
    if (ours.accompany(name)) {
      ours.writeBeside(name);
    } else if (ours.offer(name)) {
      isFirstOwn(name);
    }
  }

  @Override
  public void addHeader(@Nullable String name, @Nullable String value) {
    if (name == null || ours.insistOn(name)) {
      return;
    }
    if (ours.offer(name) && isFirstOwn(name)) {
      super.setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }

  /** Whether the application gives a value of its own for the first time. */
  private boolean isFirstOwn(String name) {
    if (replaced == null) {
      replaced = new HashSet<>();
    }
    return replaced.add(name.toLowerCase(Locale.ROOT));
  }
}

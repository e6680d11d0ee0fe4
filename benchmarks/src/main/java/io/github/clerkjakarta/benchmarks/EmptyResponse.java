package io.github.clerkjakarta.benchmarks;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response that nobody has written to, with room for a few headers. Wraps nothing: what is not
 * overridden here is not to be called.
 */
final class EmptyResponse extends HttpServletResponseWrapper {

  private static final HttpServletResponse NOTHING = RefusingProxy.of(HttpServletResponse.class);
  private static final int MOST_HEADERS = 16;

  private final String[] names = new String[MOST_HEADERS];
  private final String[] values = new String[MOST_HEADERS];
  private int count;
  private int status = SC_OK;

  EmptyResponse() {
    super(NOTHING);
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int status) {
    this.status = status;
  }

  @Override
  public boolean containsHeader(String name) {
    return place(name) < count;
  }

  @Override
  public @Nullable String getHeader(String name) {
    int place = place(name);
    return place < count ? values[place] : null;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (names[i].equalsIgnoreCase(name)) {
        found.add(values[i]);
      }
    }
    return found;
  }

  @Override
  public Collection<String> getHeaderNames() {
    return Arrays.asList(names).subList(0, count);
  }

  @Override
  public void setHeader(String name, String value) {
    int place = place(name);
    names[place] = name;
    values[place] = value;
    count = Math.max(count, place + 1);
  }

  @Override
  public void addHeader(String name, String value) {
    names[count] = name;
    values[count] = value;
    count++;
  }

  private int place(String name) {
    int place = 0;
    while (place < count && !names[place].equalsIgnoreCase(name)) {
      place++;
    }
    return place;
  }
}

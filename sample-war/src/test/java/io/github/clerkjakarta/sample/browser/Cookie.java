package io.github.clerkjakarta.sample.browser;

/** A cookie as the browser keeps it. Its value isn't printed. */
public record Cookie(String name, String value, boolean httpOnly, String sameSite) {

  @Override
  public String toString() {
    return name;
  }
}

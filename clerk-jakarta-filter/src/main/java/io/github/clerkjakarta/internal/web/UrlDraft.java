package io.github.clerkjakarta.internal.web;

/** A URL being written, from scheme to fragment, and where its parts begin and end so far. */
final class UrlDraft {

  final StringBuilder text;
  private int schemeEnd;
  private int usernameEnd;
  private int hostStart;
  private int hostEnd;
  private int pathStart;
  private int searchStart;
  private int hashStart;

  UrlDraft(int capacity) {
    this.text = new StringBuilder(capacity);
  }

  /** Begins with the first part of another URL, which reaches to its path or further. */
  void begin(WebUrl base, String part) {
    text.append(part);
    schemeEnd = base.scheme().length();
    usernameEnd = base.usernameEnd();
    pathStart = base.beforePath().length();
    hostStart = pathStart - base.hostAndPort().length();
    hostEnd = hostStart + base.host().length();
    searchStart = Math.min(part.length(), base.beforeQuery().length());
  }

  void scheme(String scheme) {
    text.append(scheme);
    schemeEnd = text.length();
    text.append(':');
  }

  void usernameEnds() {
    usernameEnd = text.length();
  }

  void host(String host) {
    hostStart = text.length();
    text.append(host);
    hostEnd = text.length();
  }

  void pathStarts() {
    pathStart = text.length();
  }

  /** Takes back the last segment of the path and its slash, if there is one. */
  void dropLastSegment() {
    text.setLength(Math.max(text.lastIndexOf("/"), pathStart));
  }

  void searchStarts() {
    searchStart = text.length();
  }

  void hashStarts() {
    hashStart = text.length();
  }

  WebUrl url() {
    return new WebUrl(
        text.toString(),
        schemeEnd,
        usernameEnd,
        hostStart,
        hostEnd,
        pathStart,
        searchStart,
        hashStart);
  }
}

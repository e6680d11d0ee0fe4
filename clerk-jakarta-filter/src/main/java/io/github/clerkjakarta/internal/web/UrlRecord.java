package io.github.clerkjakarta.internal.web;

/**
 * A URL that was parsed: its normalised text, and where in it each part ends or starts, as in
 * {@code https://user:password@host:8443/path?query#hash}.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-url">URL Standard: URL record</a>
 */
record UrlRecord(
    String href,
    int schemeEnd,
    int usernameEnd,
    int hostStart,
    int hostEnd,
    int pathStart,
    int searchStart,
    int hashStart) {

  /** The scheme in lower case, without colon. */
  String scheme() {
    return href.substring(0, schemeEnd);
  }

  /** Whether there is a host: the scheme is a special one. */
  boolean hasHost() {
    return hostEnd > hostStart;
  }

  /** Everything before the path. */
  String beforePath() {
    return href.substring(0, pathStart);
  }

  /** Everything before the query. */
  String beforeQuery() {
    return href.substring(0, searchStart);
  }

  /** Everything before the fragment. */
  String beforeHash() {
    return href.substring(0, hashStart);
  }
}

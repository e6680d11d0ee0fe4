package io.github.clerkjakarta.internal.web;

/**
 * Reads what stands between the slashes and the path of a URL: credentials, host and port.
 *
 * @see <a href="https://url.spec.whatwg.org/#authority-state">URL Standard, authority state</a>
 */
final class AuthorityParser {

  private final String input;
  private final int end;
  private final UrlDraft draft;

  private AuthorityParser(String input, int end, UrlDraft draft) {
    this.input = input;
    this.end = end;
    this.draft = draft;
  }

  /** Appends an authority to the draft; false when its host or port is not valid. */
  static boolean append(String scheme, String input, int start, int end, UrlDraft draft) {
    return new AuthorityParser(input, end, draft).append(scheme, start);
  }

  private boolean append(String scheme, int start) {
    int at = input.lastIndexOf('@', end - 1);
    int hostStart = start;
    if (at >= start) {
      credentials(start, at);
      hostStart = at + 1;
    } else {
      draft.usernameEnds();
    }
    int colon = portColon(hostStart);
    String host = HostParser.parse(input.substring(hostStart, colon));
    if (host == null) {
      return false;
    }
    draft.host(host);
    return colon == end || port(scheme, colon + 1);
  }

  private void credentials(int start, int at) {
    int colon = input.indexOf(':', start);
    int usernameStop = colon < 0 || colon > at ? at : colon;
    int before = draft.text.length();
    PercentEncodeSet.USERINFO.encode(input, start, usernameStop, draft.text);
    draft.usernameEnds();
    if (usernameStop + 1 < at) {
      draft.text.append(':');
      PercentEncodeSet.USERINFO.encode(input, usernameStop + 1, at, draft.text);
    }
    if (draft.text.length() > before) {
      draft.text.append('@');
    }
  }

  /** The colon before a port, the end when there is none; colons in brackets are an address's. */
  private int portColon(int start) {
    boolean inBrackets = false;
    for (int i = start; i < end; i++) {
      char c = input.charAt(i);
      if (c == ':' && !inBrackets) {
        return i;
      }
      inBrackets = c == '[' || (inBrackets && c != ']');
    }
    return end;
  }

  private boolean port(String scheme, int start) {
    int port = 0;
    for (int i = start; i < end; i++) {
      int digit = AsciiDigits.value(input.charAt(i), 10);
      port = port * 10 + digit;
      if (digit < 0 || port > 0xFFFF) {
        return false;
      }
    }
    if (end > start && port != SpecialScheme.defaultPort(scheme)) {
      draft.text.append(':').append(port);
    }
    return true;
  }
}

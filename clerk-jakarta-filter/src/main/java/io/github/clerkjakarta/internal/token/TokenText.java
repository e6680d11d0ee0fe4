package io.github.clerkjakarta.internal.token;

/**
 * The characters of a token, in place: a stretch of the header that carried it, so that a token
 * that was seen before is found without being copied.
 */
public final class TokenText {

  /** What {@link #hashOfTail} covers. Eight characters of base64url are 48 bits. */
  private static final int HASHED_TAIL = 8;

  /** Whether a stretch in the middle of a text is compared many characters at a time. */
  private static final boolean REGIONS_MATCH_FAST = Runtime.version().feature() >= 21;

  private final String source;
  private final int start;
  private final int end;

  private TokenText(String source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** All of a text. */
  public static TokenText of(String text) {
    return new TokenText(text, 0, text.length());
  }

  /** A stretch of a text, from {@code start} up to but not including {@code end}. */
  public static TokenText of(String source, int start, int end) {
    return new TokenText(source, start, end);
  }

  /** How many characters there are. */
  public int length() {
    return end - start;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return start == end;
  }

  /** The token as a text of its own. */
  public String text() {
    return length() == source.length() ? source : source.substring(start, end);
  }

  /**
   * Whether these are the characters of a text, all of them. {@code indexOf} does in Java 17 what
   * only later {@code regionMatches} does: compare many characters at a time.
   */
  boolean is(String text) {
    return text.length() == length()
        && (REGIONS_MATCH_FAST
            ? source.regionMatches(start, text, 0, text.length())
            : source.indexOf(text, start) == start);
  }

  /**
   * A hash of the last characters, which are the end of the signature: cheap, and well spread for
   * tokens with valid signatures. Whoever makes up a token can choose it.
   */
  int hashOfTail() {
    int hash = 0;
    for (int i = Math.max(start, end - HASHED_TAIL); i < end; i++) {
      hash = 31 * hash + source.charAt(i);
    }
    return hash;
  }

  /** Says nothing of the token but its length. */
  @Override
  public String toString() {
    return "TokenText[" + length() + " characters]";
  }
}

package io.github.clerkjakarta.internal.csp;

import static java.lang.System.Logger.Level.WARNING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the policies that the application has written. Most applications write the same for each
 * response, so what was read is remembered.
 */
final class PolicyReader {

  private static final System.Logger LOG = System.getLogger(PolicyReader.class.getName());

  private static final int MOST_POLICIES = 100;

  private final RateLimitedLog log = new RateLimitedLog(LOG, WARNING, System::nanoTime);
  private final Cache<List<String>, List<OwnPolicy>> known =
      Caffeine.newBuilder().maximumSize(MOST_POLICIES).executor(Runnable::run).build();

  /** The policies in the values of a header. */
  List<OwnPolicy> read(List<String> headers) {
    return known.get(headers, this::parse);
  }

  /**
   * A directive with anything but ASCII is none to browsers (Content Security Policy Level 3,
   * section 2.2.1).
   */
  private List<OwnPolicy> parse(List<String> headers) {
    List<String> readable = headers.stream().map(PolicyReader::withoutUnreadable).toList();
    if (!readable.equals(headers)) {
      log.log(
          "A directive of the application's own Content-Security-Policy holds other characters than"
              + " ASCII, so browsers ignore it, and it isn't sent. Write hosts in Punycode, and"
              + " percent-encode paths.");
    }
    return OwnPolicy.in(readable);
  }

  private static String withoutUnreadable(String header) {
    CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
    return Stream.of(header.split("(?<=,)|(?=,)|(?<=;)|(?=;)", -1))
        .filter(ascii::canEncode)
        .collect(Collectors.joining());
  }
}

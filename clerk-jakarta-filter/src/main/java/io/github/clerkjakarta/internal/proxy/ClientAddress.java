package io.github.clerkjakarta.internal.proxy;

import io.github.clerkjakarta.ForwardedHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of whoever asks, which Clerk wants to know: as the proxies before this application
 * say, where they are believed, else that of the connection. What isn't plainly an address isn't
 * believed.
 */
final class ClientAddress {

  private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private ClientAddress() {}

  static String of(HttpServletRequest request, ForwardedHeaders believed) {
    return believed == ForwardedHeaders.IGNORED
        ? request.getRemoteAddr()
        : Stream.of("CF-Connecting-IP", "X-Real-IP", "X-Forwarded-For")
            .map(name -> first(request.getHeader(name)))
            .filter(address -> PLAIN.matcher(address).matches())
            .findFirst()
            .orElseGet(request::getRemoteAddr);
  }

  private static String first(@Nullable String list) {
    return list == null ? "" : list.split(",", 2)[0].strip();
  }
}

package io.github.clerkjakarta.internal.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * This very host, where nothing goes over a network. Names below {@code localhost} aren't, for Java
 * asks the network's DNS for them.
 */
public final class Loopback {

  private static final Pattern HOST = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  private Loopback() {}

  /** Whether a host, as URLs have it, is this one. */
  public static boolean is(String host) {
    return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}

package io.github.clerkjakarta.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns a copy of the sample into an application on a domain of its own, which asks another copy
 * who is signed in, or into that other one. What web.xml gets is what docs/satellites.md shows.
 */
public final class SatelliteWar {

  /** A name of this machine that shares no cookie with {@code localhost}. */
  public static final String HOST = "satellite.localhost";

  private SatelliteWar() {}

  /**
   * A satellite.
   *
   * @param port where browsers find it, at {@link #HOST}
   * @param primary the address of the primary application
   */
  public static TestWar satellite(TestWar copy, int port, String primary) {
    return copy.webXml(
        settings("satellite.xml")
            .replace("shop.example", HOST + ":" + port)
            .replace("https://app.example", primary));
  }

  /**
   * The primary application of a satellite, to which its first page leads.
   *
   * @param port where browsers find the satellite, at {@link #HOST}
   * @param path the satellite's path there
   */
  public static TestWar primary(TestWar copy, int port, String path) {
    String origin = "http://" + HOST + ":" + port;
    return copy.webXml(settings("primary.xml").replace("https://shop.example", origin))
        .contextParam(HomePage.SATELLITE, origin + path);
  }

  private static String settings(String name) {
    try (InputStream file = SatelliteWar.class.getResourceAsStream("/satellite/" + name)) {
      return new String(
          Optional.ofNullable(file).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

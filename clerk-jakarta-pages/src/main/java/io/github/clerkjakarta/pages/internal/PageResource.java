package io.github.clerkjakarta.pages.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of ours, at an address that changes with it, so that browsers may keep it for ever. */
enum PageResource {
  /** The script of every page with tags. */
  SCRIPT("pages.js", "text/javascript;charset=UTF-8"),
  /** How ready pages look around Clerk's component. */
  STYLE("pages.css", "text/css;charset=UTF-8"),
  /** Nothing to see, so that browsers look for no other. */
  ICON("icon.svg", "image/svg+xml");

  private final String file;
  private final String type;
  private final String text;
  private final String version;

  PageResource(String file, String type) {
    this.file = file;
    this.type = type;
    this.text = read(file);
    this.version = digest(text);
  }

  /** The file of a path below {@link PageInstance#OWN_PATH}. */
  static Optional<PageResource> at(String path) {
    return Stream.of(values()).filter(it -> path.equals("/" + it.file)).findFirst();
  }

  /** The address below the path of the application. */
  String address() {
    return PageInstance.OWN_PATH + "/" + file + "?" + query();
  }

  /** The query of the address. */
  String query() {
    return "v=" + version;
  }

  /** The media type. */
  String type() {
    return type;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(String name) {
    try (InputStream file = PageResource.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The jar has no " + name + ".");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}

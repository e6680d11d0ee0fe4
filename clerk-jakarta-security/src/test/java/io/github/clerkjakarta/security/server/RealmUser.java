package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A user of the realm that a server is shipped with, as its own tools write one. */
final class RealmUser {

  static final String NAME = "carol";
  static final String PASSWORD = "secret";

  private RealmUser() {}

  /** Carol has the role "clerk". The first is the MD5 of her name, realm and password. */
  static void addToWildFly(Path home) {
    Path folder = home.resolve("standalone/configuration");
    append(
        folder.resolve("application-users.properties"), "carol=d341682a164e7334e8b20e002f815dcb");
    append(folder.resolve("application-roles.properties"), "carol=clerk");
  }

  /** The same; the password is salted and hashed. */
  static void addToPayara(Path home) {
    append(
        home.resolve("glassfish/domains/domain1/config/keyfile"),
        "carol;{SSHA256}SodMAA4ZaswRxAdAYt6yz+5VRzHYTKx/csJZhj/AvhFjbGVya2phaw==;clerk");
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, "\n" + line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

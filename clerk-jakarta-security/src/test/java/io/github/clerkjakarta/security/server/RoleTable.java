package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;

import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.TokenBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The names of roles that docs/roles-and-permissions.md shows, each with the callers it says. */
final class RoleTable {

  /** Where tests find {@link #cells()}. */
  static final String CELLS = "io.github.clerkjakarta.security.server.RoleTable#cells";

  /** The callers of the page, in the order of its columns. */
  enum Asker {
    IN_ACME {
      @Override
      String token(LocalClerk clerk) {
        TokenBuilder session = clerk.session(ADA).organization(ACME).tokenBuilder();
        return session
            .claim("fea", "o:invoices,o:reports,u:notes")
            .claim("pla", "o:pro,u:free")
            .token();
      }
    },
    ALONE {
      @Override
      String token(LocalClerk clerk) {
        TokenBuilder session = clerk.session(ADA).tokenBuilder();
        return session.claim("fea", "u:notes").claim("pla", "u:free").token();
      }
    },
    API_KEY {
      @Override
      String token(LocalClerk clerk) {
        return clerk.apiKey(ADA).scope("invoices:read").token();
      }
    };

    abstract String token(LocalClerk clerk);
  }

  private RoleTable() {}

  /** Each caller with all names, and with those of them that hold. */
  static Stream<Arguments> cells() {
    List<String[]> rows = rows();
    return Stream.of(Asker.values())
        .map(
            caller ->
                Arguments.of(
                    caller,
                    rows.stream().flatMap(RoleTable::names).toList(),
                    rows.stream()
                        .filter(cells -> cells[3 + caller.ordinal()].strip().equals("yes"))
                        .flatMap(RoleTable::names)
                        .toList()));
  }

  private static List<String[]> rows() {
    try {
      String page = Files.readString(Path.of("../docs/roles-and-permissions.md"));
      String section = page.split("\n## Names of roles\n")[1].split("\n## ")[0];
      return section
          .lines()
          .filter(line -> line.startsWith("| `"))
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> names(String[] cells) {
    return Pattern.compile("`([^`]+)`").matcher(cells[1]).results().map(name -> name.group(1));
  }
}

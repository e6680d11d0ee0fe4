package io.github.clerkjakarta.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rooms of the test kit")
class HouseRulesTest {

  private static final String HERE = "io.github.clerkjakarta.testkit";

  private static final JavaClasses HOUSE =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @ParameterizedTest
  @CsvSource({
    "http, internal.http",
    "keys, internal.(http|keys)",
    "clerkjs, internal.(http|clerkjs)",
    "directory, (internal.(http|keys|directory)|Person|Organization|Session)"
  })
  @DisplayName("use those below them, and of the stand-in itself only the directory uses people")
  void rooms(String room, String seen) {
    classes()
        .that()
        .resideInAPackage(HERE + ".internal." + room)
        .should()
        .onlyDependOnClassesThat()
        .haveNameMatching(
            "(java|com.sun.net|org.jspecify|tools.jackson|" + HERE + "." + seen + "\\b).*|\\[.*")
        .because("what reads a request knows nothing of whom it is about")
        .check(HOUSE);
  }
}

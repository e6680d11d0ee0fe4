package io.github.clerkjakarta.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of a module, of which each is a room.
 *
 * @param root the package that all rooms lie below
 * @param common what each room may use, as ArchUnit's package patterns
 */
public record House(String root, List<String> common) {

  /** A room below the root, or the root itself where the name is empty. */
  public Room room(String name) {
    return new Room(this, name, List.of(), List.of(), "the rooms it may use are named here");
  }

  /** Every class lives in one of these rooms. */
  public static ArchRule onlyHas(Stream<Room> rooms) {
    return classes()
        .should()
        .resideInAnyPackage(rooms.map(Room::packageName).toArray(String[]::new))
        .because("a new room needs a line here and in docs/architecture.md");
  }

  /** Nothing is kept by the server, or by what all applications share. */
  public static ArchRule leavesNothingBehind() {
    ArchRule nothingToKeep =
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class)
            .orShould()
            .callMethod(Runtime.class, "addShutdownHook", Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.management..", "javax.management..", "java.sql..")
            .because("a server would keep it, and with it the application's class loader");
    ArchRule nothingToSet =
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("what one application sets must not be another's");
    return CompositeArchRule.of(nothingToKeep).and(nothingToSet);
  }

  /** Nothing is said but to {@link System.Logger}. */
  public static ArchRule logsOneWay() {
    return CompositeArchRule.of(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
        .and(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING)
        .because("a library says what it has to say where its server logs");
  }
}

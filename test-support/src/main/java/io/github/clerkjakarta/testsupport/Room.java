package io.github.clerkjakarta.testsupport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package, with the rooms and libraries it may use beside what all rooms of its house may.
 *
 * @param house where it lies
 * @param name its package below the house's root
 * @param rooms the other rooms that it may use, by their names
 * @param libraries the packages of libraries that it may use, with all below them
 * @param reason why
 */
public record Room(
    House house, String name, List<String> rooms, List<String> libraries, String reason) {

  /** The same, which may use more rooms. */
  public Room sees(String... more) {
    return new Room(house, name, joined(rooms, more), libraries, reason);
  }

  /** The same, which may use more libraries. */
  public Room uses(String... more) {
    return new Room(house, name, rooms, joined(libraries, more), reason);
  }

  /** The same, for another reason. */
  public Room because(String newReason) {
    return new Room(house, name, rooms, libraries, newReason);
  }

  /** The package. */
  public String packageName() {
    return house.root() + name;
  }

  /** It uses what it may, and nothing else. */
  public ArchRule rule() {
    List<String> allowed = new ArrayList<>(house.common());
    allowed.add(packageName());
    rooms.forEach(room -> allowed.add(house.root() + room));
    libraries.forEach(library -> allowed.add(library + ".."));
    return classes()
        .that(resideInAPackage(packageName()))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
        .because(reason);
  }

  @Override
  public String toString() {
    return "room " + packageName();
  }

  private static List<String> joined(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}

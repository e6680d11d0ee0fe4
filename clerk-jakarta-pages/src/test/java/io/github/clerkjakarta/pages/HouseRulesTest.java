package io.github.clerkjakarta.pages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rooms of the pages module")
class HouseRulesTest {

  private static final String HERE = "io.github.clerkjakarta.pages";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .importUrl(ClerkPage.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  @DisplayName("only the tags for JSP know JSP, and only those for Facelets know Faces")
  void viewLanguages() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE + ".jsp")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet.jsp..", HERE + ".jsp")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE + ".faces")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.faces..", HERE + ".faces")
        .check(HOUSE);
  }
}

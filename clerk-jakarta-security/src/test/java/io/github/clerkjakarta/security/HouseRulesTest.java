package io.github.clerkjakarta.security;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.clerkjakarta.testsupport.House;
import io.github.clerkjakarta.testsupport.Room;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of this module and the arrows between them, as docs/architecture.md draws them. */
@DisplayName("The rooms of the security module")
class HouseRulesTest {

  private static final String ROOT = "io.github.clerkjakarta.security";
  private static final String PUBLIC_FACE = "io.github.clerkjakarta";
  private static final String FILTER = "io.github.clerkjakarta.servlet";
  private static final String AUTHENTICATION = "io.github.clerkjakarta.internal.servlet";
  private static final String STARTUP = "io.github.clerkjakarta.internal.startup";
  private static final String LIBERTY = "io.github.clerkjakarta.internal.liberty";
  private static final String CLIENT = "io.github.clerkjakarta.sdk";
  private static final String TOKENS = "io.github.clerkjakarta.internal.token";
  private static final String WEBHOOKS = "io.github.clerkjakarta.webhook";
  private static final String CLUSTER = "io.github.clerkjakarta.internal.cluster";
  private static final String SETTINGS = "io.github.clerkjakarta.internal.settings";
  private static final String PATHS = "io.github.clerkjakarta.internal.access";

  private static final JavaClasses HOUSE =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  static Stream<Room> rooms() {
    House house =
        new House(
            ROOT,
            List.of("java..", "org.jspecify..", PUBLIC_FACE, FILTER, AUTHENTICATION, STARTUP));
    return Stream.of(
        house
            .room("")
            .uses("jakarta.enterprise.util", "jakarta.enterprise.inject", "jakarta.inject")
            .uses("jakarta.interceptor")
            .uses("jakarta.security.enterprise", "jakarta.ejb")
            .because("what an application writes must stand without what is behind it"),
        house
            .room(".internal.application")
            .uses("jakarta.enterprise", "jakarta.inject", "javax.naming"),
        house
            .room(".internal.identity")
            .sees("", ".internal.application")
            .uses("jakarta.servlet", "jakarta.security.enterprise", "jakarta.enterprise")
            .uses("jakarta.inject", "jakarta.annotation"),
        house
            .room(".internal.mechanism")
            .sees("", ".internal.identity", ".internal.config", ".internal.application")
            .sees(".internal.glassfish", ".internal.liberty")
            .uses(
                "jakarta.servlet",
                "jakarta.security.enterprise",
                "jakarta.security.auth",
                "jakarta.enterprise")
            .uses("jakarta.inject", "jakarta.annotation", "javax.security.auth"),
        house
            .room(".internal.config")
            .sees("", ".internal.identity", ".internal.application")
            .uses("org.eclipse.microprofile.config", "jakarta.servlet", "jakarta.enterprise")
            .uses("jakarta.el", SETTINGS),
        house
            .room(".internal.access")
            .sees("", ".internal.identity")
            .uses("jakarta.annotation.security", PATHS)
            .because("whether a caller may is decided from plain values"),
        house
            .room(".internal.cdi")
            .sees("", ".internal.identity", ".internal.access", ".internal.servlet")
            .sees(".internal.mechanism", ".internal.application")
            .uses("jakarta.enterprise", "jakarta.inject", "jakarta.interceptor")
            .uses("jakarta.decorator", "jakarta.annotation", "jakarta.servlet", PATHS, WEBHOOKS)
            .uses("javax.cache", CLUSTER)
            .uses("com.clerk.backend_api", CLIENT),
        house
            .room(".internal.health")
            .sees(".internal.application", ".internal.config")
            .uses("jakarta.enterprise", "jakarta.servlet", "org.eclipse.microprofile.health")
            .uses(TOKENS)
            .because("what a server asks about an application has nothing to do with callers"),
        house
            .room(".internal.rest")
            .sees("", ".internal.identity", ".internal.access", ".internal.servlet")
            .sees(".internal.mechanism", ".internal.application")
            .uses("jakarta.ws.rs", "jakarta.servlet", "jakarta.ejb", "jakarta.annotation", PATHS),
        house
            .room(".internal.servlet")
            .sees("", ".internal.identity", ".internal.access", ".internal.config")
            .sees(".internal.mechanism", ".internal.application", ".internal.glassfish")
            .uses("jakarta.servlet", "jakarta.annotation", PATHS, LIBERTY),
        house
            .room(".internal.glassfish")
            .uses("jakarta.servlet", "jakarta.security.jacc", "javax.security.auth")
            .because("only GlassFish and Payara are asked"),
        house
            .room(".internal.liberty")
            .sees(".internal.identity")
            .uses("jakarta.servlet", "jakarta.security.enterprise", LIBERTY)
            .because("only Open Liberty is told so"),
        house
            .room(".internal.undertow")
            .sees("", ".internal.identity", ".internal.mechanism", ".internal.application")
            .uses("io.undertow", "org.wildfly.security", "jakarta.servlet")
            .uses("jakarta.security.auth", "jakarta.security.enterprise", "javax.security.auth")
            .because("only Undertow loads it: no other room may need it"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rooms")
  @DisplayName("each room uses Java, the rooms it may see and the libraries it owns")
  void eachRoomUsesWhatItMay(Room room) {
    room.rule().check(HOUSE);
  }

  @Test
  @DisplayName("every class lives in a room that this test knows")
  void everyClassLivesInARoom() {
    House.onlyHas(rooms()).check(HOUSE);
  }

  @Test
  @DisplayName("no room uses a room that uses it, however far around")
  void roomsFormNoCircle() {
    slices()
        .matching("(" + ROOT + "..)")
        .should()
        .beFreeOfCycles()
        .because("data flows one way: request, caller, groups, answer")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  @DisplayName(
      "U4 nothing outlives an application: no thread-local, hook, bean, driver, static state")
  void nothingStays() {
    House.leavesNothingBehind().check(HOUSE);
  }

  @Test
  @DisplayName("logging goes to System.Logger and nowhere else")
  void oneWayToLog() {
    House.logsOneWay().check(HOUSE);
  }
}

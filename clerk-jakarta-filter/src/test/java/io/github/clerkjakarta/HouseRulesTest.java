package io.github.clerkjakarta;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.testsupport.House;
import io.github.clerkjakarta.testsupport.Room;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of this module and the arrows between them, as docs/architecture.md draws them. */
@DisplayName("The rooms of the filter module")
class HouseRulesTest {

  private static final String ROOT = "io.github.clerkjakarta";
  private static final String SERVLET = "jakarta.servlet";
  private static final String UNDERTOW = "io.undertow.servlet";
  private static final String AUTHENTICATION = "jakarta.security.auth.message";
  private static final String CLERK = "com.clerk.backend_api";
  private static final String NIMBUS = "com.nimbusds";
  private static final String CAFFEINE = "com.github.benmanes.caffeine";
  private static final String JACKSON = "tools.jackson.core";
  private static final String CSP = "org.htmlunit.csp";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .importUrl(ClerkOptions.class.getProtectionDomain().getCodeSource().getLocation());

  /** What may be said of a cache; see the classes that the pom.xml keeps. */
  private static final String OF_BOUNDED_CACHES =
      "newBuilder|maximumSize|expireAfter(Access|Write)?|ticker|executor|build";

  private static final DescribedPredicate<JavaClass> CALL_NEW_BUILDER =
      DescribedPredicate.describe(
          "make a cache",
          type ->
              type.getMethodCallsFromSelf().stream()
                  .anyMatch(
                      call ->
                          call.getTarget().getName().equals("newBuilder")
                              && call.getTargetOwner().isEquivalentTo(Caffeine.class)));

  /** A class with all that is nested in it. */
  private static final SliceAssignment EACH_CLASS =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          JavaClass outermost = type;
          while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
          }
          return SliceIdentifier.of(outermost.getName());
        }

        @Override
        public String getDescription() {
          return "each class";
        }
      };

  private static final DescribedPredicate<JavaClass> THE_EDGE =
      simpleName("FilterConfiguration").as("what hands the edge its log's clock");

  private static final DescribedPredicate<JavaClass> NESTED_IN_AN_ENTRANCE =
      DescribedPredicate.describe(
          "lead to what decides",
          type ->
              Stream.of(RequestAuthenticator.class, ClerkBackend.class, Redirects.class)
                  .anyMatch(
                      entrance ->
                          type.getName().equals(entrance.getName())
                              || type.getName().startsWith(entrance.getName() + "$")));

  private static final DescribedPredicate<JavaClass> APPLICATIONS_CAN_NAME =
      DescribedPredicate.describe(
          "are public and not internal",
          type ->
              !type.getPackageName().startsWith(ROOT + ".internal")
                  && Stream.iterate(Optional.of(type), Optional::isPresent, HouseRulesTest::outer)
                      .allMatch(t -> t.orElseThrow().getModifiers().contains(JavaModifier.PUBLIC)));

  private static final ArchCondition<JavaClass> NOT_NAME_INTERNAL_TYPES =
      new ArchCondition<>("not name internal types in what others can see") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          Stream<JavaType> parents =
              Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
          report(type, parents, events);
          for (JavaMember member : type.getMembers()) {
            if (isVisible(member)) {
              report(member, named(member), events);
            }
          }
        }

        private static void report(
            HasDescription where, Stream<JavaType> types, ConditionEvents events) {
          types
              .flatMap(t -> t.getAllInvolvedRawTypes().stream())
              .filter(t -> t.getPackageName().startsWith(ROOT + ".internal"))
              .map(t -> where.getDescription() + " names " + t.getName())
              .forEach(message -> events.add(SimpleConditionEvent.violated(where, message)));
        }
      };

  private static Optional<JavaClass> outer(Optional<JavaClass> type) {
    return type.flatMap(JavaClass::getEnclosingClass);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> named(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.of(
              Stream.of(unit.getReturnType()),
              unit.getParameterTypes().stream(),
              unit.getExceptionTypes().stream())
          .flatMap(types -> types);
    }
    return Stream.of(((JavaField) member).getType());
  }

  static Stream<Room> rooms() {
    House house = new House(ROOT, List.of("java..", "javax..", "org.jspecify.."));
    return Stream.of(
        house
            .room("")
            .sees(".internal.decision", ".internal.request", ".internal.backend")
            .sees(".internal.token", ".internal.web", ".internal.settings")
            .because("what an application calls begins here"),

        // the edge
        house
            .room(".servlet")
            .sees("", ".servlet.access", ".internal.servlet", ".internal.jetty", ".internal.csp")
            .sees(".internal.request", ".internal.json", ".internal.web", ".internal.settings")
            .uses(SERVLET)
            .because("an application names the filter, and what does its work lies behind"),
        house
            .room(".servlet.access")
            .sees("", ".internal.access", ".internal.reason")
            .because("rules are a value, and can be judged without a server"),
        house
            .room(".servlet.proxy")
            .sees(".internal.proxy")
            .uses(SERVLET)
            .because("an application maps it, and what does its work lies behind"),
        house
            .room(".sdk")
            .sees("", ".internal.servlet", ".internal.backend", ".internal.token")
            .uses(SERVLET, CLERK)
            .because("only an application that has Clerk's own client loads it"),
        house
            .room(".internal.proxy")
            .sees("", ".internal.access", ".internal.backend", ".internal.json", ".internal.log")
            .sees(".internal.token")
            .uses(SERVLET)
            .because("what passes through to Clerk needs to know nothing of who is calling"),
        house
            .room(".internal.access")
            .sees("", ".servlet.access", ".internal.reason")
            .because("how a path is read depends on no server"),
        house
            .room(".internal.servlet")
            .sees("", ".servlet", ".servlet.access", ".internal.access", ".internal.request")
            .sees(".webhook", ".servlet.proxy", ".internal.proxy", ".internal.backend")
            .sees(".internal.cluster")
            .sees(".internal.reason", ".internal.auth", ".internal.json", ".internal.web")
            .sees(".internal.token", ".internal.log", ".internal.decision", ".internal.settings")
            .sees(".internal.csp", ".internal.liberty")
            .uses(SERVLET)
            .because("the edge reads, asks the engine, and answers"),
        house
            .room(".internal.csp")
            .sees("", ".internal.settings", ".internal.web", ".internal.log")
            .uses(SERVLET, CSP, CAFFEINE)
            .because("what browsers may load depends on no caller"),
        house
            .room(".internal.startup")
            .sees("", ".servlet", ".internal.servlet", ".internal.settings", ".webhook")
            .sees(".servlet.proxy", ".internal.liberty", ".internal.constraints")
            .sees(".internal.tomcat", ".internal.jetty")
            .uses(SERVLET)
            .because("whoever puts the filter into an application needs it"),
        house
            .room(".internal.constraints")
            .sees("", ".servlet", ".internal.servlet")
            .uses(SERVLET)
            .because("what a server is told of a caller is the same for all servers"),
        house
            .room(".internal.tomcat")
            .sees(".servlet", ".internal.constraints", ".internal.servlet")
            .uses(SERVLET, AUTHENTICATION)
            .because("only Tomcat gets into it, and its own classes are reached by reflection"),
        house
            .room(".internal.undertow")
            .uses(SERVLET, UNDERTOW)
            .because("only Undertow loads it: no other room may need it"),
        house
            .room(".internal.jetty")
            .sees("", ".internal.constraints")
            .uses(SERVLET)
            .because("Jetty's own classes are reached by reflection, for no other server has them"),
        house
            .room(".internal.liberty")
            .sees("")
            .uses(SERVLET)
            .because(
                "Liberty's own classes are reached by reflection, for no other server has them"),
        house
            .room(".webhook")
            .sees("", ".internal.json", ".internal.token", ".internal.log", ".internal.servlet")
            .sees(".internal.settings", ".internal.cluster")
            .uses(SERVLET, CAFFEINE)
            .because("whether Clerk has sent something is decided by its bytes and a secret"),
        house
            .room(".internal.cluster")
            .sees("", ".internal.settings", ".internal.token", ".internal.log")
            .because("what nodes tell one another needs a cache, a clock and no server"),

        // the engine
        house
            .room(".internal.settings")
            .sees("", ".internal.web")
            .because("a setting is the same for whoever reads it"),
        house.room(".internal.reason").because("why nobody is signed in is said in one place"),
        house
            .room(".internal.json")
            .uses(JACKSON)
            .because("it is the one JSON reader, and reads no more"),
        house
            .room(".internal.log")
            .because("it says what it is given, to the platform's log alone"),
        house
            .room(".internal.web")
            .because("how browsers write URLs, cookies and forms is not Clerk's"),
        house
            .room(".internal.request")
            .sees("", ".internal.token", ".internal.web")
            .because("each thing is read off a request in one place"),
        house
            .room(".internal.auth")
            .sees("")
            .because("who is calling follows from verified claims alone"),
        house
            .room(".internal.token")
            .sees("", ".internal.auth", ".internal.json", ".internal.reason")
            .uses(NIMBUS, CAFFEINE)
            .because(
                "whether a token is genuine must be decidable from a string, keys and a clock"),
        house
            .room(".internal.backend")
            .sees("", ".internal.auth", ".internal.token", ".internal.json", ".internal.web")
            .sees(".internal.reason")
            .sees(".internal.log")
            .uses(NIMBUS, CAFFEINE)
            .because("the Backend API answers questions and decides nothing"),
        house
            .room(".internal.decision")
            .sees("", ".internal.auth", ".internal.token", ".internal.backend", ".internal.log")
            .sees(".internal.json", ".internal.web", ".internal.request", ".internal.reason")
            .because("decisions use the rooms behind them; the edge only sees what was decided"));
  }

  @Test
  @DisplayName("values know nothing of what decides: three classes alone lead to it")
  void valuesStandAlone() {
    classes()
        .that(resideInAPackage(ROOT))
        .and(not(NESTED_IN_AN_ENTRANCE))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", ROOT, ROOT + ".internal.settings"))
        .because("what an application holds must stand without what is behind it")
        .check(HOUSE);
  }

  @Test
  @DisplayName("every room that this test names is there")
  void everyRoomExists() {
    assertThat(rooms().filter(room -> !HOUSE.containPackage(room.packageName()))).isEmpty();
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
  @DisplayName("no class uses a class that uses it, however far around")
  void classesFormNoCircle() {
    slices()
        .assignedFrom(EACH_CLASS)
        .should()
        .beFreeOfCycles()
        .because("data flows one way: request, what is read off it, decision, response")
        .check(HOUSE);
  }

  @Test
  @DisplayName("what the public rooms show never names an internal type")
  void internalTypesStayInternal() {
    classes()
        .that(APPLICATIONS_CAN_NAME)
        .should(NOT_NAME_INTERNAL_TYPES)
        .because("whatever an application can name, it will hold on to")
        .check(HOUSE);
  }

  @Test
  @DisplayName("one HTTP client, in the backend room; what passes through it, in two others' too")
  void oneHttpClient() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".internal.backend")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HttpClient.class)
        .because("deadlines, retries and what may be logged are decided in one place")
        .check(HOUSE);
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    ROOT + ".internal.backend", ROOT + ".internal.proxy", ROOT + ".sdk")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HttpClient.class.getPackageName())
        .because("deadlines, retries and what may be logged are decided in one place")
        .check(HOUSE);
  }

  @Test
  @DisplayName("every cache is of the kind whose classes the jar holds: so many entries at most")
  void cachesAreBounded() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(type(Caffeine.class))).and(not(target(nameMatching(OF_BOUNDED_CACHES)))))
        .because("Caffeine has a class for each kind, looks it up by name, and most are left out")
        .check(HOUSE);
    classes()
        .that(CALL_NEW_BUILDER)
        .should()
        .callMethod(Caffeine.class, "maximumSize", long.class)
        .because("the classes of a cache without a bound are left out")
        .check(HOUSE);
  }

  @Test
  @DisplayName("one class needs JCache, and without a named cache nobody loads it")
  void jcacheIsOptional() {
    noClasses()
        .that(not(simpleName("JCache").as("what opens a named cache")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javax.cache..")
        .because("an application that names no cache must start without it")
        .check(HOUSE);
  }

  @Test
  @DisplayName("one clock: TimeSource, but for the edge's log, which can't see it")
  void oneClock() {
    noClasses()
        .that(not(assignableTo(TimeSource.class)).and(not(THE_EDGE)))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .because("tests and conformance vectors set the time")
        .check(HOUSE);
  }

  @Test
  @DisplayName(
      "U4 nothing outlives an application: no thread-local, hook, bean, driver, static state")
  void nothingStays() {
    House.leavesNothingBehind().check(HOUSE);
  }

  @Test
  @DisplayName("U5 no look-up depends on the thread that makes it, and no call waits in a monitor")
  void anyThread() {
    noClasses()
        .that(not(simpleName("Connections").as("what keeps an application's loader from a thread")))
        .should()
        .callMethod(Thread.class, "getContextClassLoader")
        .orShould()
        .callMethod(ServiceLoader.class, "load", Class.class)
        .because("a background thread has another class loader, or none")
        .check(HOUSE);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(
            ROOT + ".internal.backend", ROOT + ".internal.token", ROOT + ".internal.decision")
        .should()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .because("a virtual thread that waits in a monitor holds the thread below it")
        .check(HOUSE);
  }

  @Test
  @DisplayName("logging goes to System.Logger and nowhere else")
  void oneWayToLog() {
    House.logsOneWay().check(HOUSE);
  }
}

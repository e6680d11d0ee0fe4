package io.github.clerkjakarta.security.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.example.OpenArchive;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S17 An annotation on what a class inherits")
class InheritanceTest {

  @Test
  @DisplayName("on a superclass holds for its methods, and for those of the class")
  void superclass() {
    assertThat(roles(Heir.class, "inherited")).containsExactly("base");
    assertThat(roles(Heir.class, "own")).containsExactly("base");
    assertThat(roles(Heir.class, "annotated")).containsExactly("heir");
  }

  @Test
  @DisplayName("on a method holds for the method that overrides it, unless that has one of its own")
  void override() {
    assertThat(roles(Overriding.class, "left")).containsExactly("method");
    assertThat(roles(Overriding.class, "repeated")).containsExactly("own");
    assertThat(of(Overriding.class, "opened").asksNothing()).isTrue();
    assertThat(of(Overriding.class, "taken").requirements()).isPresent();
  }

  @Test
  @DisplayName("counts after all that the class says whose method runs")
  void nearest() {
    assertThat(roles(ClosedOverriding.class, "opened")).containsExactly("closed");
    assertThat(of(OpenHeir.class, "inherited").roles()).contains(new RoleRule.NoOne());
  }

  @Test
  @DisplayName("on an interface or its method holds for what implements it")
  void interfaces() {
    assertThat(roles(Implementing.class, "method")).containsExactly("method");
    assertThat(roles(Implementing.class, "plain")).containsExactly("interface");
    assertThat(roles(Implementing.class, "beside")).containsExactly("interface");
    assertThat(roles(Implementing.class, "defaulted")).containsExactly("default");
    assertThat(roles(Implementing.class, "further")).containsExactly("further");
  }

  @Test
  @DisplayName("is found where a type variable has another type")
  void generic() {
    assertThat(roles(Texts.class, "put")).containsExactly("generic");
    assertThat(roles(Texts.class, "list")).containsExactly("array");
    for (Method put : Texts.class.getDeclaredMethods()) {
      assertThat(Protection.of(Texts.class, put).roles()).as("%s", put).isPresent();
    }
  }

  @Test
  @DisplayName("isn't taken from a method of the same name with other parameters")
  void overload() throws Exception {
    Method overload = Overloading.class.getDeclaredMethod("put", Integer.class);
    Method generic = Store.class.getDeclaredMethod("put", Object.class);

    assertThat(Protection.of(Overloading.class, overload).asksNothing()).isTrue();
    assertThat(Protection.of(Overloading.class, generic).roles())
        .contains(new RoleRule.AnyOf(Set.of("generic")));
  }

  @Test
  @DisplayName("isn't taken from a private or static method, which nothing overrides")
  void hidden() {
    assertThat(of(Hiding.class, "secret").asksNothing()).isTrue();
    assertThat(of(Hiding.class, "shared").asksNothing()).isTrue();
  }

  @Test
  @DisplayName("holds wherever it is when it is @DenyImpersonated")
  void impersonated() {
    assertThat(of(Personal.class, "opened").impersonatedDenied()).isTrue();
    assertThat(of(Personal.class).impersonatedDenied()).isTrue();
  }

  @Test
  @DisplayName("contradicts another one where two interfaces say different things")
  void contradiction() {
    assertThatThrownBy(() -> of(Torn.class, "method"))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining(Ledger.class.getName())
        .hasMessageContaining(Book.class.getName());
    assertThat(roles(Decided.class, "method")).containsExactly("decided");
  }

  @Test
  @DisplayName("is seen by the container of enterprise beans in the class whose method runs")
  void container() {
    assertThat(seen(Heir.class, "inherited")).isTrue();
    assertThat(seen(Heir.class, "own")).isFalse();
    assertThat(seen(Overriding.class, "left")).isFalse();
    assertThat(seen(Overriding.class, "repeated")).isTrue();
    assertThat(seen(Overriding.class, "taken")).isTrue();
    assertThat(seen(Implementing.class, "method")).isFalse();
  }

  @Test
  @DisplayName("is what the documentation says it is")
  void documented() {
    assertThat(roles(OpenArchive.class, "clear")).containsExactly("org:admin");
    assertThat(of(OpenArchive.class, "read").asksNothing()).isTrue();
  }

  private static boolean seen(Class<?> type, String method) {
    return Protection.isSeenByContainer(type, method(type, method));
  }

  private static Set<String> roles(Class<?> type, String method) {
    return of(type, method).roles().stream()
        .map(RoleRule.AnyOf.class::cast)
        .findFirst()
        .map(RoleRule.AnyOf::roles)
        .orElse(Set.of());
  }

  private static Protection of(Class<?> type, String method) {
    return Protection.of(type, method(type, method));
  }

  private static Protection of(Class<?> type) {
    return Protection.of(type);
  }

  private static Method method(Class<?> type, String name) {
    return Stream.concat(
            Stream.<Class<?>>iterate(type, it -> it != null, Class::getSuperclass)
                .flatMap(it -> Stream.of(it.getDeclaredMethods())),
            Stream.of(type.getMethods()))
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .findFirst()
        .orElseThrow();
  }

  @RolesAllowed("base")
  static class Base {
    void inherited() {}
  }

  static class Heir extends Base {
    void own() {}

    @RolesAllowed("heir")
    void annotated() {}
  }

  static class Overridden {
    @RolesAllowed("method")
    void left() {}

    @RolesAllowed("method")
    void repeated() {}

    @Protect
    @RolesAllowed("method")
    void opened() {}

    @Protect
    void taken() {}
  }

  static class Overriding extends Overridden {
    @Override
    void left() {}

    @Override
    @RolesAllowed("own")
    void repeated() {}

    @Override
    @PermitAll
    void opened() {}

    @Override
    void taken() {}
  }

  @RolesAllowed("closed")
  static class ClosedOverriding extends Opened {
    @Override
    void opened() {}
  }

  static class Opened {
    @PermitAll
    void opened() {}
  }

  @DenyAll
  static class Denied {
    void inherited() {}
  }

  @PermitAll
  static class OpenHeir extends Denied {}

  @RolesAllowed("interface")
  interface Ledger extends FurtherUp {
    @RolesAllowed("method")
    void method();

    void plain();

    @RolesAllowed("default")
    default void defaulted() {}
  }

  interface FurtherUp {
    @RolesAllowed("further")
    void further();
  }

  static class Implementing implements Ledger {
    @Override
    public void method() {}

    @Override
    public void plain() {}

    @Override
    public void further() {}

    void beside() {}
  }

  static class Store<T> {
    @RolesAllowed("generic")
    void put(T value) {}

    @RolesAllowed("array")
    void list(List<T> values, T[] more) {}
  }

  static class Texts extends Store<String> {
    @Override
    void put(String value) {}

    @Override
    void list(List<String> values, String[] more) {}
  }

  static class Overloading extends Store<String> {
    @PermitAll
    void put(Integer value) {}
  }

  @SuppressWarnings("unused")
  static class Hidden {
    @DenyAll
    private void secret() {}

    @DenyAll
    static void shared() {}
  }

  @SuppressWarnings("unused")
  static class Hiding extends Hidden {
    void secret() {}

    static void shared() {}
  }

  interface Person {
    @DenyImpersonated
    void opened();
  }

  @DenyImpersonated
  static class PersonalBase {}

  static class Personal extends PersonalBase implements Person {
    @Override
    @PermitAll
    public void opened() {}
  }

  interface Book {
    @RolesAllowed("book")
    void method();
  }

  abstract static class Torn implements Ledger, Book {
    @Override
    public void method() {}
  }

  abstract static class Decided implements Ledger, Book {
    @Override
    @RolesAllowed("decided")
    public void method() {}
  }
}

package io.github.clerkjakarta.security.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.internal.access.Callee;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A REST call that has been judged")
class RestCallTest {

  private final RestCall call = RestCall.of(callee(Resource.class, "read"), Map.of());

  @Test
  @DisplayName("S18 is judged once: the next call of the method isn't")
  void once() {
    assertThat(call.isJudged(callee(Resource.class, "read"))).isTrue();
    assertThat(call.isJudged(callee(Resource.class, "read"))).isFalse();
  }

  @Test
  @DisplayName("S18 is no call of another class's method, though both override the same one")
  void otherClass() {
    assertThat(call.isJudged(callee(Bean.class, "read"))).isFalse();
    assertThat(call.isJudged(callee(Resource.class, "other"))).isFalse();
  }

  @Test
  @DisplayName("is the same call by whatever class or interface it is made")
  void declaredElsewhere() throws Exception {
    Method declared = Reader.class.getDeclaredMethod("read");

    assertThat(call.isJudged(new Callee(Resource.class, declared))).isTrue();
  }

  private static Callee callee(Class<?> type, String method) {
    try {
      return new Callee(type, type.getDeclaredMethod(method));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  static class Reader {
    void read() {}
  }

  static class Resource extends Reader {
    @Override
    void read() {}

    void other() {}
  }

  static class Bean extends Reader {
    @Override
    void read() {}
  }
}

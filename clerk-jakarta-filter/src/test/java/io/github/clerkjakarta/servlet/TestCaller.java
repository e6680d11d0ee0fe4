package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;

/** A signed-in caller that has what it is said to have. */
final class TestCaller {

  private TestCaller() {}

  static Auth of(String userId, Set<Requirement> has) {
    return answering(
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "isAuthenticated" -> true;
              case "userId", "subject" -> Optional.of(userId);
              case "has" -> holds(has, (Requirement) arguments[0]);
              case "toString" -> userId;
              default -> method.invoke(Auth.nobody(), arguments);
            });
  }

  /** A caller who still has session tasks to do. */
  static Auth pending(String userId) {
    return answering(
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "isAuthenticated" -> true;
              case "userId" -> Optional.of(userId);
              case "sessionStatus" -> Optional.of("pending");
              default -> method.invoke(Auth.nobody(), arguments);
            });
  }

  private static Auth answering(InvocationHandler answers) {
    return (Auth)
        Proxy.newProxyInstance(
            TestCaller.class.getClassLoader(), new Class<?>[] {Auth.class}, answers);
  }

  private static boolean holds(Set<Requirement> has, Requirement requirement) {
    return requirement instanceof Requirement.All all
        ? all.requirements().stream().allMatch(part -> holds(has, part))
        : has.contains(requirement);
  }
}

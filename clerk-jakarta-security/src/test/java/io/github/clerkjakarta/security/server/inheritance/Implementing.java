package io.github.clerkjakarta.security.server.inheritance;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Remote;
import jakarta.enterprise.context.ApplicationScoped;

/** Annotations on interfaces and their methods. */
public final class Implementing {

  private Implementing() {}

  /** On the interface. */
  @Protect(role = "org:admin")
  public interface Whole {
    String read();
  }

  /** On methods, one of which the interface implements. */
  public interface Methods<T> {

    @RolesAllowed("org:admin")
    String roles(T value);

    @Protect(role = "org:admin")
    String read(T value);

    @RolesAllowed("org:admin")
    default String defaulted() {
      return "read";
    }
  }

  /** What an enterprise bean is called by. */
  @Local
  public interface Near {

    @Protect(role = "org:admin")
    String read();
  }

  /** What an enterprise bean is called by. */
  @Remote
  public interface Far {

    @Protect(role = "org:admin")
    String read();
  }

  /** A bean. */
  @ApplicationScoped
  public static class WholeBean implements Whole {

    @Override
    public String read() {
      return "read";
    }
  }

  /** A bean. */
  @ApplicationScoped
  public static class MethodsBean implements Methods<String> {

    @Override
    public String roles(String value) {
      return value;
    }

    @Override
    public String read(String value) {
      return value;
    }
  }
}

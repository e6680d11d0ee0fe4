package io.github.clerkjakarta.security.server.inheritance;

import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** Annotations on superclasses, of CDI beans and of enterprise beans. */
public final class Extending {

  private Extending() {}

  /** On the class, ours. */
  @Protect(role = "org:admin")
  public abstract static class Protected {

    public String read() {
      return "read";
    }

    String ofPackage() {
      return "read";
    }

    protected String ofHeirs() {
      return "read";
    }
  }

  /** On the class, a role. */
  @RolesAllowed("org:admin")
  public abstract static class ForAdmins {

    public String read() {
      return "read";
    }
  }

  /** On the class, nobody. */
  @DenyAll
  public abstract static class ForNobody {

    public String read() {
      return "read";
    }

    @PermitAll
    public String open() {
      return "read";
    }
  }

  /** On the class, everybody. */
  @PermitAll
  public abstract static class ForAll {

    public String read() {
      return "read";
    }
  }

  /** On the class, nobody in another's name. */
  @DenyImpersonated
  @Protect
  public abstract static class Personal {

    public String read() {
      return "read";
    }
  }

  /** On a method. */
  public abstract static class WithMethod {

    @RolesAllowed("org:admin")
    public String roles() {
      return "read";
    }

    @Protect(role = "org:admin")
    public String read() {
      return "read";
    }
  }

  /** A bean. */
  @ApplicationScoped
  public static class ProtectedBean extends Protected {

    public String own() {
      return "read";
    }

    @PermitAll
    public String open() {
      return ofPackage();
    }
  }

  /** A bean. */
  @ApplicationScoped
  public static class AdminsBean extends ForAdmins {}

  /** A bean. */
  @ApplicationScoped
  public static class NobodysBean extends ForNobody {}

  /** A bean that would close what is open; Jakarta Annotations says that it doesn't. */
  @ApplicationScoped
  @DenyAll
  public static class EverybodysBean extends ForAll {}

  /** A bean. */
  @ApplicationScoped
  public static class PersonalBean extends Personal {}

  /** A bean that leaves the annotations out. */
  @ApplicationScoped
  public static class OverridingBean extends WithMethod {

    @Override
    public String roles() {
      return super.roles();
    }

    @Override
    public String read() {
      return super.read();
    }
  }
}

package io.github.clerkjakarta.security.server.inheritance;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Annotations that REST resources inherit. */
public final class Resources {

  private Resources() {}

  /** On the class, for both a resource and a bean to extend. */
  public abstract static class Reader {

    @GET
    public String read() {
      return "read";
    }
  }

  /** A resource that calls a bean by the name of its own method. */
  @Path("reader")
  @RequestScoped
  public static class ReaderResource extends Reader {

    @Inject private ReaderBean bean;

    @Override
    public String read() {
      return bean.read();
    }
  }

  /** A resource that inherits the method, and the bean that the method calls. */
  @Path("inherited")
  @RequestScoped
  public static class InheritingResource extends Delegating {}

  /** What the resource before extends. */
  public abstract static class Delegating extends Reader {

    @Inject private ReaderBean bean;

    @Override
    public String read() {
      return bean.read();
    }
  }

  /** Overrides by a method with an annotation. */
  @ApplicationScoped
  public static class ReaderBean extends Reader {

    @Override
    @Protect(role = "org:admin")
    public String read() {
      return "read";
    }
  }

  /** On the methods. */
  public abstract static class Guarded {

    @GET
    @RolesAllowed("org:admin")
    public String roles() {
      return "read";
    }

    @GET
    @Path("protect")
    @Protect(role = "org:admin")
    public String protect() {
      return "read";
    }

    @GET
    @Path("open")
    @RolesAllowed("org:admin")
    public String open() {
      return "read";
    }
  }

  /** A resource that leaves annotations out. */
  @Path("overriding")
  public static class OverridingResource extends Guarded {

    @GET
    @Override
    public String roles() {
      return "read";
    }

    @Override
    public String protect() {
      return "read";
    }

    @GET
    @Path("open")
    @Override
    @PermitAll
    public String open() {
      return "read";
    }
  }

  /** On a superclass. */
  @RolesAllowed("org:admin")
  public abstract static class ForAdmins {}

  /** A resource for admins. */
  @Path("extending")
  public static class ExtendingResource extends ForAdmins {

    @GET
    public String read() {
      return "read";
    }
  }

  /** What clients and the resource share. */
  public interface Contract {

    @GET
    @RolesAllowed("org:admin")
    String roles();

    @GET
    @Path("protect")
    @Protect(role = "org:admin")
    String protect();
  }

  /** A resource. */
  @Path("contract")
  public static class ContractResource implements Contract {

    @Override
    public String roles() {
      return "read";
    }

    @Override
    public String protect() {
      return "read";
    }
  }

  /** Leads to what no container has made. */
  @Path("leading")
  public static class LeadingResource {

    @Path("contract")
    public Contract contract() {
      return new ContractResource();
    }
  }

  /** A resource that calls itself as a bean, for another organization. */
  @Path("again/{slug}")
  @RequestScoped
  public static class AgainResource {

    @Inject private AgainResource again;

    @GET
    @Protect(organization = "{slug}")
    public String read(@PathParam("slug") String slug, @QueryParam("other") String other) {
      return other == null ? slug : again.read(other, null);
    }
  }
}

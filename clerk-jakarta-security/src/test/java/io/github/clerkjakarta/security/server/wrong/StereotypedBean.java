package io.github.clerkjakarta.security.server.wrong;

/** Believes the stereotype. */
@WrongStereotype
public class StereotypedBean {

  public String read() {
    return "read";
  }
}

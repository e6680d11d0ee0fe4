package io.github.clerkjakarta.security.server.inheritance;

import jakarta.ejb.Stateless;

/** An enterprise bean that inherits the methods. */
@Stateless
public class MethodsEjb extends Extending.WithMethod {}

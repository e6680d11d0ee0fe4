package io.github.clerkjakarta.security.server.inheritance;

import jakarta.ejb.Stateless;

/** An enterprise bean. */
@Stateless
public class ProtectedEjb extends Extending.Protected {}

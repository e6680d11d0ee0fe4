package io.github.clerkjakarta.internal.token;

/**
 * The values of Clerk's JOSE header parameter {@code cat}, which tell apart the classes of token
 * that one instance key signs.
 */
public final class Category {

  /** Session tokens, and handshakes. */
  public static final String SESSION = "cl_B7d4PD111AAA";

  /** Tokens made from a JWT template. */
  public static final String JWT_TEMPLATE = "cl_B7d4PD222AAA";

  /** Machine-to-machine tokens. */
  public static final String M2M = "cl_B7d4PD333AAA";

  /** Stamped on every class by some instances; says nothing. */
  public static final String IGNORE = "cl_I7d4PD111III";

  private Category() {}
}

package io.github.clerkjakarta.testkit;

/** What a Clerk JWT is for, written into its {@code cat} header. */
public enum TokenCategory {
  /** A session token. */
  SESSION("cl_B7d4PD111AAA"),

  /** A token made from a JWT template; it identifies a user but is no session token. */
  JWT_TEMPLATE("cl_B7d4PD222AAA"),

  /** A machine-to-machine token; its subject is a machine. */
  M2M("cl_B7d4PD333AAA");

  private final String header;

  TokenCategory(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }
}

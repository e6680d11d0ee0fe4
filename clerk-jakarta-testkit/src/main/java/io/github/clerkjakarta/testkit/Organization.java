package io.github.clerkjakarta.testkit;

/**
 * An organization of the instance.
 *
 * @param id the organization id, {@code org_…}
 * @param slug the slug, for addresses
 * @param name the display name
 */
public record Organization(String id, String slug, String name) {

  /** Acme, to which both Ada and Ben belong. */
  public static final Organization ACME = new Organization("org_acme", "acme", "Acme");

  /** Globex, to which Ada belongs. */
  public static final Organization GLOBEX = new Organization("org_globex", "globex", "Globex");
}

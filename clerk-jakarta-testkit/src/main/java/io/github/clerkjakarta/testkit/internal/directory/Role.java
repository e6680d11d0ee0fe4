package io.github.clerkjakarta.testkit.internal.directory;

import java.util.List;
import java.util.Locale;

/**
 * A role that members of organizations have.
 *
 * @param key the key with its prefix, such as {@code org:admin}
 * @param permissions the custom permissions of the role, which tokens carry
 * @see <a href="https://clerk.com/docs/guides/organizations/control-access/roles-and-permissions">
 *     Roles and permissions</a>
 */
public record Role(String key, List<String> permissions) {

  public static final String ADMIN = "org:admin";
  public static final String MEMBER = "org:member";

  /** What the components ask for before they let an admin change anything; never in a token. */
  private static final List<String> OF_ADMINS =
      List.of(
          "org:sys_profile:manage",
          "org:sys_profile:delete",
          "org:sys_memberships:read",
          "org:sys_memberships:manage",
          "org:sys_domains:read",
          "org:sys_domains:manage",
          "org:sys_api_keys:read",
          "org:sys_api_keys:manage",
          "org:sys_billing:read",
          "org:sys_billing:manage");

  private static final List<String> OF_MEMBERS = List.of("org:sys_memberships:read");

  public static List<String> systemPermissions(String key) {
    return key.equals(ADMIN) ? OF_ADMINS : OF_MEMBERS;
  }

  /** The name that people read: the key without its prefix. */
  public static String name(String key) {
    String name = key.substring(key.indexOf(':') + 1);
    return name.isEmpty() ? key : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

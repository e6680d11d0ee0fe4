package io.github.clerkjakarta.testkit.internal.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organization has beside its name.
 *
 * @param privateMetadata what only the Backend API shows
 * @param createdBy the id of who made it; null where nobody did
 * @param createdAt when, in milliseconds since 1970
 */
public record OrganizationDetails(
    Map<String, @Nullable Object> publicMetadata,
    Map<String, @Nullable Object> privateMetadata,
    @Nullable String createdBy,
    long createdAt) {

  /** Of an organization that was there at the start, or that somebody made in a browser. */
  public static final OrganizationDetails NONE =
      new OrganizationDetails(Map.of(), Map.of(), null, Account.AT_THE_START);

  public OrganizationDetails withMetadata(
      Map<String, @Nullable Object> publicly, Map<String, @Nullable Object> privately) {
    return new OrganizationDetails(publicly, privately, createdBy, createdAt);
  }

  /** Names nothing of the metadata. */
  @Override
  public String toString() {
    return "OrganizationDetails";
  }
}

package io.github.clerkjakarta;

/**
 * Which headers tell the address that browsers see. A reverse proxy must overwrite what a client
 * sends in them; where it doesn't, set {@link ClerkOptions#publicUrl()}, which needs no header at
 * all.
 */
public enum ForwardedHeaders {
  /**
   * {@code X-Forwarded-Host} and {@code X-Forwarded-Proto} do, as in Clerk's own SDKs: the first
   * value of each counts.
   */
  TRUSTED,
  /**
   * {@code X-Forwarded-Prefix} does as well: it is the part of the path that the proxy takes away;
   * of several values, that of the outermost proxy comes first.
   */
  WITH_PREFIX,
  /** None does: the address is what the container says. */
  IGNORED
}

package io.github.clerkjakarta;

/**
 * Whether the headers {@code X-Forwarded-Host} and {@code X-Forwarded-Proto} tell the address that
 * browsers see. A reverse proxy must overwrite what a client sends in them; where it doesn't, set
 * {@link ClerkOptions#publicUrl()}, which needs no header at all.
 */
public enum ForwardedHeaders {
  /** They do, as in Clerk's own SDKs: the first value of each counts. */
  TRUSTED,
  /** They don't: the address is what the container says. */
  IGNORED
}

package io.github.clerkjakarta;

/**
 * What becomes of a CORS preflight, a browser's question whether a page of another origin may call
 * this application.
 */
public enum Preflight {
  /** The filter answers it, for the origins in {@link ClerkOptions#corsOrigins}. */
  ANSWER,
  /** The application answers it, also on paths that aren't open. */
  PASS
}

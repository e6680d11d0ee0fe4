package io.github.clerkjakarta.security.server;

/** What an application should make of a visitor. */
enum Standing {
  UNKNOWN,
  WITHOUT_ROLE,
  WITH_ROLE
}

package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.Requirement;

/** What a rule asks of a caller. */
sealed interface Access {

  /** Everybody may pass. */
  record Open() implements Access {}

  /** Whoever is signed in may pass. */
  record SignedIn() implements Access {}

  /** Whoever has this may pass. */
  record Needs(Requirement requirement) implements Access {}

  /** Nobody may pass. */
  record Closed() implements Access {}
}

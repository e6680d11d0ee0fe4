package io.github.clerkjakarta.internal.auth;

import java.util.List;

/** What an organization allows its member to do, as {@code org:feature:name}. */
interface Permissions {

  /** None at all. */
  Permissions NONE = List::of;

  /** All of them. */
  List<String> all();

  /** Whether this is one of them. */
  default boolean contains(String permission) {
    return all().contains(permission);
  }
}

package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.internal.access.NamedSegment;
import java.util.Optional;

/** Where a call is made: what the names in annotations stand for. */
public interface CallSite {

  /** What a name in braces stands for; empty when that can't be told for sure. */
  Optional<String> named(String name);

  /** What the path of the request has there. */
  Optional<String> at(NamedSegment segment);
}

package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules ask of whoever wants a path.
 *
 * @param admits whom it admits at most
 * @param requirements what a caller must have besides
 * @param accepts the kinds of token that are looked at; empty where the rules say nothing
 */
public record PathAccess(
    Admits admits, List<Requirement> requirements, Optional<AcceptsToken> accepts) {

  /** Nobody may pass: what is asked of a path that no rule names. */
  public static final PathAccess CLOSED =
      new PathAccess(Admits.NOBODY, List.of(), Optional.empty());

  /** Whom a path admits, from the widest to the narrowest. */
  public enum Admits {
    /** Everybody, signed in or not. */
    EVERYBODY,
    /** Whoever is signed in, and has what is required. */
    CALLERS,
    /** Nobody at all. */
    NOBODY
  }

  /** Keeps an immutable copy. */
  public PathAccess {
    requirements = List.copyOf(requirements);
  }

  /** Whether everybody may pass. */
  public boolean isOpen() {
    return admits == Admits.EVERYBODY;
  }

  /**
   * This and another: both must hold.
   *
   * @param usual the kinds of token that are looked at where a rule says nothing
   */
  PathAccess and(PathAccess other, AcceptsToken usual) {
    return new PathAccess(
        admits.compareTo(other.admits) >= 0 ? admits : other.admits,
        Stream.concat(requirements.stream(), other.requirements.stream()).toList(),
        accepts.equals(other.accepts)
            ? accepts
            : Optional.of(both(accepts.orElse(usual), other.accepts.orElse(usual))));
  }

  private static AcceptsToken both(AcceptsToken one, AcceptsToken other) {
    return AcceptsToken.anyOf(
        Arrays.stream(TokenType.values())
            .filter(type -> one.accepts(type) && other.accepts(type))
            .toArray(TokenType[]::new));
  }
}

package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.Reverification;
import java.util.List;
import java.util.Optional;

/** Why a request goes no further, and what the client is told. */
public sealed interface Denial {

  /** 400: the path can be read in two ways. */
  record AmbiguousPath() implements Denial {}

  /** 421: the host belongs to none of the application's Clerk instances. */
  record UnknownHost() implements Denial {}

  /**
   * 302: the browser goes to sign in, or to do its session tasks, and comes back.
   *
   * @param location where it goes
   * @param cookie the Set-Cookie header that counts the trip
   */
  record Trip(String location, String cookie) implements Denial {}

  /**
   * 401: the caller isn't signed in.
   *
   * @param text what a person may read
   * @param invalidToken whether there was a bearer token, and it can't be accepted
   * @param resourceMetadata where a client learns who issues tokens for this path (RFC 9728)
   */
  record Challenge(String text, boolean invalidToken, Optional<String> resourceMetadata)
      implements Denial {}

  /** 403: the caller is signed in and may not pass. */
  record Forbidden() implements Denial {}

  /**
   * 403: the machine that is calling lacks a scope (RFC 6750, section 3.1).
   *
   * @param scopes what it lacks
   */
  record InsufficientScope(List<String> scopes) implements Denial {
    /** Keeps an immutable copy. */
    public InsufficientScope {
      scopes = List.copyOf(scopes);
    }
  }

  /** 404: the caller is signed in, may not pass, and isn't told that there is anything. */
  record NotFound() implements Denial {}

  /**
   * 403 with Clerk's body: the person has to prove again who they are.
   *
   * @param needed how recently
   * @see <a href="https://clerk.com/docs/guides/secure/reverification">Clerk: reverification</a>
   */
  record NeedsReverification(Reverification needed) implements Denial {}

  /**
   * 503: whether the caller is signed in can't be told now.
   *
   * @param text what a person may read
   */
  record Unavailable(String text) implements Denial {}

  /**
   * 500: something is wrong here.
   *
   * @param text what a person may read
   */
  record Fault(String text) implements Denial {}

  /** The text for a person: the exact one where developers look, else one that says nothing. */
  static String text(boolean development, String general, Optional<String> exact) {
    return development ? exact.map(SafeText::of).orElse(general) : general;
  }
}

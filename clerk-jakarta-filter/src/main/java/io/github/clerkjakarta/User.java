package io.github.clerkjakarta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user, as Clerk's Backend API describes one. A value.
 *
 * @param id the user's id, {@code user_…}
 * @param username the user name
 * @param firstName the first name
 * @param lastName the last name
 * @param primaryEmailAddress the address that the user made the primary one
 * @param imageUrl the address of the profile picture, or of one that Clerk draws
 * @param publicMetadata what the application has attached, for the browser to see too
 * @param raw everything that Clerk says, by Clerk's names; private metadata are among it, so this
 *     isn't for the browser. Unmodifiable at every depth; a value may be null
 * @see <a href="https://clerk.com/docs/reference/backend/types/backend-user">Clerk: the Backend
 *     User object</a>
 */
public record User(
    String id,
    Optional<String> username,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> primaryEmailAddress,
    Optional<String> imageUrl,
    Map<String, Object> publicMetadata,
    Map<String, Object> raw) {

  /** First and last name, as far as there are any. */
  public Optional<String> fullName() {
    List<String> names = Stream.of(firstName, lastName).flatMap(Optional::stream).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.stream().collect(Collectors.joining(" ")));
  }

  /** Names the user by id; nothing personal. */
  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}

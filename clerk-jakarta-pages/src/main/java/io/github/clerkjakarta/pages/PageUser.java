package io.github.clerkjakarta.pages;

import io.github.clerkjakarta.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user who is calling, as expression languages read one: {@code #{clerk.user.firstName}}. What
 * a user doesn't have is null, and so is written as nothing. Private metadata aren't here: a page
 * is for the browser.
 */
public final class PageUser {

  private final User user;

  PageUser(User user) {
    this.user = user;
  }

  /** The user's id, {@code user_…}. */
  public String getId() {
    return user.id();
  }

  /** The user name. */
  public @Nullable String getUsername() {
    return user.username().orElse(null);
  }

  /** The first name. */
  public @Nullable String getFirstName() {
    return user.firstName().orElse(null);
  }

  /** The last name. */
  public @Nullable String getLastName() {
    return user.lastName().orElse(null);
  }

  /** First and last name, as far as there are any. */
  public @Nullable String getFullName() {
    return user.fullName().orElse(null);
  }

  /** The address that the user made the primary one. */
  public @Nullable String getPrimaryEmailAddress() {
    return user.primaryEmailAddress().orElse(null);
  }

  /** The address of the profile picture. */
  public @Nullable String getImageUrl() {
    return user.imageUrl().orElse(null);
  }

  /** What the application has attached for the browser to see. Unmodifiable. */
  public Map<String, Object> getPublicMetadata() {
    return user.publicMetadata();
  }

  /** Names the user by id; nothing personal. */
  @Override
  public String toString() {
    return "PageUser[" + user.id() + "]";
  }
}

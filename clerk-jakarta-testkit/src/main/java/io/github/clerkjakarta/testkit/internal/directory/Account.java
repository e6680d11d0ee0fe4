package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person with everything that their profile shows and their own changes can touch. Each change
 * makes another account of the same id.
 *
 * @param lastName the last name, which may be empty
 * @param emailAddresses every address, the primary one first
 * @param privateMetadata what only the Backend API shows
 * @param banned whether the person may not sign in
 * @param createdAt when the person signed up, in milliseconds since 1970
 */
public record Account(
    Person person,
    String lastName,
    List<EmailAddress> emailAddresses,
    Map<String, ? extends @Nullable Object> publicMetadata,
    Map<String, ? extends @Nullable Object> privateMetadata,
    Map<String, ? extends @Nullable Object> unsafeMetadata,
    boolean banned,
    long createdAt) {

  /** When everyone signed up who was there at the start: the first second of 2025. */
  public static final long AT_THE_START = 1_735_689_600_000L;

  public static Account of(Person person, long createdAt) {
    EmailAddress primary =
        new EmailAddress(person.id().replace("user_", "idn_"), person.emailAddress(), true);
    return new Account(
        person, "", List.of(primary), Map.of(), Map.of(), Map.of(), false, createdAt);
  }

  public String id() {
    return person.id();
  }

  public String fullName() {
    return (person.firstName() + " " + lastName).strip();
  }

  public EmailAddress primary() {
    return emailAddresses.get(0);
  }

  public Optional<EmailAddress> emailAddress(String id) {
    return emailAddresses.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  public boolean signsInWith(String address) {
    return emailAddresses.stream()
        .anyMatch(each -> each.verified() && each.address().equalsIgnoreCase(address));
  }

  public Account named(String firstName, String last) {
    return with(
        new Person(person.id(), firstName, person.emailAddress(), person.password()),
        last,
        emailAddresses);
  }

  public Account withPassword(String password) {
    return with(
        new Person(person.id(), person.firstName(), person.emailAddress(), password),
        lastName,
        emailAddresses);
  }

  /** Adds an address, or puts it in the place of the one with its id. */
  public Account with(EmailAddress address) {
    if (emailAddress(address.id()).isEmpty()) {
      return with(
          person, lastName, Stream.concat(emailAddresses.stream(), Stream.of(address)).toList());
    }
    return with(
        person,
        lastName,
        emailAddresses.stream()
            .map(each -> each.id().equals(address.id()) ? address : each)
            .toList());
  }

  public Account without(EmailAddress address) {
    return with(
        person, lastName, emailAddresses.stream().filter(each -> !each.equals(address)).toList());
  }

  public Account withPrimary(EmailAddress address) {
    List<EmailAddress> reordered =
        Stream.concat(
                Stream.of(address), emailAddresses.stream().filter(each -> !each.equals(address)))
            .toList();
    return with(
        new Person(person.id(), person.firstName(), address.address(), person.password()),
        lastName,
        reordered);
  }

  public Account withMetadata(
      Map<String, ? extends @Nullable Object> publicly,
      Map<String, ? extends @Nullable Object> privately,
      Map<String, ? extends @Nullable Object> unsafely) {
    return new Account(
        person, lastName, emailAddresses, publicly, privately, unsafely, banned, createdAt);
  }

  public Account banned(boolean now) {
    return new Account(
        person,
        lastName,
        emailAddresses,
        publicMetadata,
        privateMetadata,
        unsafeMetadata,
        now,
        createdAt);
  }

  private Account with(Person changed, String last, List<EmailAddress> addresses) {
    return new Account(
        changed,
        last,
        addresses,
        publicMetadata,
        privateMetadata,
        unsafeMetadata,
        banned,
        createdAt);
  }

  /** Names the person without password and metadata. */
  @Override
  public String toString() {
    return person.toString();
  }
}

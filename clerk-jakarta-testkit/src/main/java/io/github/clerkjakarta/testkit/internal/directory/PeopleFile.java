package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.JsonMembers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who is there from a JSON file, and says in a sentence what it can't read. */
public final class PeopleFile {

  private PeopleFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if something in it is wrong
   * @throws UncheckedIOException if it can't be read
   */
  public static DirectoryContent read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  public static DirectoryContent parse(String text) {
    JsonMembers file = JsonMembers.of("the file", Json.read(text));
    List<Role> roles = roles(file);
    List<Organization> organizations = file.objects("organizations", PeopleFile::organization);
    List<Account> accounts = new ArrayList<>();
    List<Membership> memberships = new ArrayList<>();
    for (JsonMembers each : file.objects("people", members -> members)) {
      Account account = account(each);
      accounts.add(account);
      memberships.addAll(
          each.objects("memberships", member -> membership(account, member, organizations, roles)));
      each.end();
    }
    Map<String, Object> claims = file.map("claims");
    boolean required = file.truth("organizationRequired");
    file.end();
    return new DirectoryContent(
        List.copyOf(accounts), organizations, List.copyOf(memberships), roles, claims, required);
  }

  private static List<Role> roles(JsonMembers file) {
    Map<String, Object> named = file.map("roles");
    if (named.isEmpty()) {
      return DirectoryContent.usual().roles();
    }
    JsonMembers roles = JsonMembers.of("roles", named);
    return named.keySet().stream()
        .map(key -> new Role(prefixed(key, "a role"), permissions(roles.texts(key))))
        .toList();
  }

  private static Organization organization(JsonMembers members) {
    String slug = members.text("slug");
    Organization organization =
        new Organization(
            members.optionalText("id").orElse("org_" + slug),
            slug,
            members.optionalText("name").orElse(slug));
    members.end();
    return organization;
  }

  private static Account account(JsonMembers members) {
    String emailAddress = members.text("emailAddress");
    String name = emailAddress.replaceFirst("@.*", "");
    Person person =
        new Person(
            members.optionalText("id").orElse("user_" + name.replaceAll("[^A-Za-z0-9]", "")),
            members.optionalText("firstName").orElse(name),
            emailAddress,
            members.text("password"));
    return Account.of(person, Account.AT_THE_START)
        .named(person.firstName(), members.optionalText("lastName").orElse(""))
        .withMetadata(
            members.map("publicMetadata"),
            members.map("privateMetadata"),
            members.map("unsafeMetadata"));
  }

  private static Membership membership(
      Account account, JsonMembers members, List<Organization> organizations, List<Role> roles) {
    String slug = members.text("organization");
    Organization organization =
        organizations.stream()
            .filter(each -> each.slug().equals(slug) || each.id().equals(slug))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("there is no organization \"" + slug + "\""));
    String role = prefixed(members.optionalText("role").orElse(Role.MEMBER), "a role");
    Optional<Role> known = roles.stream().filter(each -> each.key().equals(role)).findFirst();
    List<String> own = permissions(members.texts("permissions"));
    if (known.isEmpty() && own.isEmpty()) {
      throw new IllegalArgumentException("there is no role \"" + role + "\"");
    }
    Membership membership =
        new Membership(
            account.person(),
            organization,
            role,
            own.isEmpty() ? known.map(Role::permissions).orElse(List.of()) : own);
    members.end();
    return membership;
  }

  private static List<String> permissions(List<String> texts) {
    for (String permission : texts) {
      if (!permission.matches("org:[^:,\\s]+:[^:,\\s]+")) {
        throw new IllegalArgumentException(
            "\"" + permission + "\" is no permission, which looks like org:invoices:create");
      }
    }
    return texts;
  }

  private static String prefixed(String key, String what) {
    if (!key.matches("org:[^:,\\s]+")) {
      throw new IllegalArgumentException(
          "\"" + key + "\" is not " + what + ", which looks like org:admin");
    }
    return key;
  }
}

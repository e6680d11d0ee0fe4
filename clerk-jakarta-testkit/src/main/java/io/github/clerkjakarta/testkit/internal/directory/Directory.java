package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.Organization;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everyone the instance knows, and what they belong to. Browsers change it as they do at Clerk,
 * until a reset. Safe for use by several threads.
 */
public final class Directory {

  private final DirectoryContent start;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Organization> organizations = new LinkedHashMap<>();
  private final List<Membership> memberships = new ArrayList<>();
  private final Map<String, Invitation> invitations = new LinkedHashMap<>();
  private final Map<String, ApplicationInvitation> applicationInvitations = new LinkedHashMap<>();
  private final Map<String, OrganizationDetails> details = new LinkedHashMap<>();

  private volatile Changes changes = Changes.UNHEARD;

  public Directory(DirectoryContent start) {
    this.start = start;
    reset();
  }

  /** Has somebody hear of what happens from now on; a reset is nothing that happens. */
  public void tell(Changes listener) {
    changes = listener;
  }

  public Changes changes() {
    return changes;
  }

  public synchronized void reset() {
    accounts.clear();
    organizations.clear();
    memberships.clear();
    invitations.clear();
    applicationInvitations.clear();
    details.clear();
    start.accounts().forEach(account -> accounts.put(account.id(), account));
    start.organizations().forEach(this::keep);
    memberships.addAll(start.memberships());
  }

  /** What every session token carries beside Clerk's own claims. */
  public Map<String, ? extends @Nullable Object> claims() {
    return start.claims();
  }

  public boolean organizationRequired() {
    return start.organizationRequired();
  }

  public synchronized List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  public synchronized Optional<Account> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** The account as it is now, or a plain one of somebody who has left or was never here. */
  public synchronized Account account(Person person) {
    Account known = accounts.get(person.id());
    return known == null ? Account.of(person, Account.AT_THE_START) : known;
  }

  public synchronized Optional<Account> accountByEmailAddress(String emailAddress) {
    return accounts.values().stream()
        .filter(account -> account.signsInWith(emailAddress))
        .findFirst();
  }

  /** Adds an account, or puts it in the place of the one with its id. */
  public synchronized void keep(Account account) {
    Account before = accounts.put(account.id(), account);
    memberships.replaceAll(
        each ->
            each.person().id().equals(account.id())
                ? new Membership(
                    account.person(), each.organization(), each.role(), each.permissions())
                : each);
    if (!account.equals(before)) {
      changes.user(before == null ? "user.created" : "user.updated", account);
    }
  }

  public synchronized void delete(Account account) {
    end(each -> each.person().id().equals(account.id()));
    accounts.remove(account.id());
    changes.user("user.deleted", account);
  }

  public synchronized List<Organization> organizations() {
    return List.copyOf(organizations.values());
  }

  /** Finds an organization by id or slug, either of which a handshake may name. */
  public synchronized Optional<Organization> organization(String idOrSlug) {
    return organizations.values().stream()
        .filter(each -> each.id().equals(idOrSlug) || each.slug().equals(idOrSlug))
        .findFirst();
  }

  /** Adds an organization, or puts it in the place of the one with its id. */
  public synchronized void keep(Organization organization) {
    organizations.put(organization.id(), organization);
    memberships.replaceAll(
        each ->
            each.organization().id().equals(organization.id())
                ? new Membership(each.person(), organization, each.role(), each.permissions())
                : each);
  }

  /** Keeps what an organization has beside its name. */
  public synchronized void keep(String organizationId, OrganizationDetails kept) {
    details.put(organizationId, kept);
  }

  public synchronized OrganizationDetails details(Organization organization) {
    return details.getOrDefault(organization.id(), OrganizationDetails.NONE);
  }

  /** A slug that no organization has, made of a name. */
  public String freeSlug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String first = slug.isEmpty() ? "organization" : slug;
    return organization(first).isEmpty()
        ? first
        : first + "-" + RandomIds.withPrefix("", 6).toLowerCase(Locale.ROOT);
  }

  public synchronized void delete(Organization organization) {
    details.remove(organization.id());
    end(each -> each.organization().id().equals(organization.id()));
    organizations.remove(organization.id());
    invitations.values().removeIf(each -> each.organizationId().equals(organization.id()));
  }

  public synchronized Optional<Membership> membership(Person person, Organization organization) {
    return membership(person.id(), organization.id());
  }

  public synchronized Optional<Membership> membership(String personId, String organizationId) {
    return memberships.stream()
        .filter(each -> each.person().id().equals(personId))
        .filter(each -> each.organization().id().equals(organizationId))
        .findFirst();
  }

  public synchronized List<Membership> memberships(Person person) {
    return memberships.stream()
        .filter(membership -> membership.person().id().equals(person.id()))
        .toList();
  }

  public synchronized List<Membership> members(Organization organization) {
    return memberships.stream()
        .filter(membership -> membership.organization().id().equals(organization.id()))
        .toList();
  }

  /** Gives a person a role, with the permissions that the role has, in place of any other. */
  public synchronized Membership join(Person person, Organization organization, String role) {
    Membership membership = new Membership(person, organization, role, permissions(role));
    boolean known = memberships.removeIf(each -> each.id().equals(membership.id()));
    memberships.add(membership);
    changes.membership(
        known ? "organizationMembership.updated" : "organizationMembership.created", membership);
    return membership;
  }

  public synchronized void leave(String personId, String organizationId) {
    end(
        each ->
            each.person().id().equals(personId) && each.organization().id().equals(organizationId));
  }

  private void end(Predicate<Membership> which) {
    List<Membership> ended = memberships.stream().filter(which).toList();
    memberships.removeAll(ended);
    ended.forEach(each -> changes.membership("organizationMembership.deleted", each));
  }

  public List<Role> roles() {
    return start.roles();
  }

  public boolean knowsRole(String key) {
    return start.roles().stream().anyMatch(role -> role.key().equals(key));
  }

  public synchronized void keep(Invitation invitation) {
    invitations.put(invitation.id(), invitation);
  }

  public synchronized Optional<Invitation> invitation(String id) {
    return Optional.ofNullable(invitations.get(id));
  }

  public synchronized List<Invitation> invitations() {
    return List.copyOf(invitations.values());
  }

  public synchronized void keep(ApplicationInvitation invitation) {
    applicationInvitations.put(invitation.id(), invitation);
  }

  public synchronized List<ApplicationInvitation> applicationInvitations() {
    return List.copyOf(applicationInvitations.values());
  }

  /** The features that permissions are about, in the order in which {@code fpm} counts them. */
  public synchronized List<String> features() {
    return Stream.concat(
            start.roles().stream().flatMap(role -> role.permissions().stream()),
            memberships.stream().flatMap(membership -> membership.permissions().stream()))
        .map(permission -> permission.split(":", -1))
        .filter(parts -> parts.length == 3)
        .map(parts -> parts[1])
        .distinct()
        .toList();
  }

  private List<String> permissions(String key) {
    return start.roles().stream()
        .filter(role -> role.key().equals(key))
        .findFirst()
        .map(Role::permissions)
        .orElse(List.of());
  }
}

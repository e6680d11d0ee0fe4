package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.internal.access.PathRule;
import io.github.clerkjakarta.internal.access.RuleText;
import io.github.clerkjakarta.internal.access.RuleTree;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.servlet.access.PathAccess.Admits;
import java.util.List;
import java.util.Optional;

/**
 * Which paths need whom. Without a single rule every path is open; with one, whatever no rule names
 * is closed to everybody.
 *
 * <pre>{@code
 * AccessRules.builder()
 *     .open("/", "/public/**")
 *     .signedIn("/account/**")
 *     .require("/invoices/**", Requirement.permission("org:invoices:create"))
 *     .build();
 * }</pre>
 *
 * <p>A path is what the container routes: the path below the context path, decoded and normalised,
 * without path parameters. Upper and lower case differ. A pattern is made of whole segments; {@code
 * *} stands for one, {@code **} at the end for any number, none included: {@code /account/**} names
 * {@code /account} and all below it, {@code /account} that path alone. Of several patterns the most
 * specific one counts: from left to right, a literal segment is more specific than {@code *}, and
 * {@code *} more specific than {@code **}. A path that ends with a slash must satisfy the rule for
 * the path without it as well, for frameworks take one for the other.
 *
 * <p>A segment may have a name in place of {@code *}, and the rule may ask for the organization
 * that a path has there: {@code /orgs/{slug}/**} with {@code Requirement.organization("{slug}")}
 * admits to {@code /orgs/acme/settings} whose active organization is {@code acme}, by slug or by
 * id.
 *
 * <p>A rule may say which kinds of token it accepts, in place of {@link ClerkOptions#acceptsToken}.
 * A machine token is looked at where a rule, or that option, accepts its kind, and nowhere else.
 *
 * <p>A rule for {@code /} counts for the welcome file that a server routes in its place, such as
 * {@code /index.jsp}, unless a rule names that file itself. What the page then loads, such as
 * {@code /style.css}, needs a rule of its own. Where files lie on a disk that doesn't tell upper
 * from lower case, close the folder with a rule for {@code /**} rather than naming files.
 *
 * <p>Rules are judged where a request comes in, as the Servlet specification does for security
 * constraints (section 13.2), and not again when it is forwarded, included, resumed or shown an
 * error page. Where a filter ahead of Clerk's has done one of these, so that a request arrives that
 * way, it is judged there, by the path that it was sent to.
 */
public final class AccessRules {

  /** No rules: every path is open. */
  public static final AccessRules NONE = builder().build();

  private static final String ROOT = "/";

  private final RuleTree tree;
  private final boolean empty;

  private AccessRules(RuleTree tree, boolean empty) {
    this.tree = tree;
    this.empty = empty;
  }

  /** A builder without rules. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads rules from text, as in an init-param: one a line, or several with {@code ;} between them.
   *
   * <pre>{@code
   * /public/**   = public
   * /account/**  = signed-in
   * /admin/**    = role org:admin
   * /invoices/** = permission org:invoices:create
   * /reports/**  = feature reports and plan org:pro
   * /delete      = permission org:invoices:delete and reverification strict
   * /orgs/{slug}/** = organization {slug} and role org:admin
   * /api/**      = accepts api_key,oauth_token and scope invoices:read
   * /staff/**    = claim metadata.role=admin
   * /internal/** = nobody
   * }</pre>
   *
   * <p>The requirements are those of {@link Requirement}: {@code role}, {@code permission}, {@code
   * feature}, {@code plan}, {@code scope}, {@code organization}, {@code claim} with a name and a
   * value, and {@code reverification} with a preset, {@code strict_mfa}, {@code strict}, {@code
   * moderate} or {@code lax}. {@code accepts} names the kinds of token that are looked at, as
   * {@link AcceptsToken#parse} reads them; alone it means {@code signed-in} with one of them.
   *
   * @throws ClerkConfigurationException when a rule can't be read; the message says which
   */
  public static AccessRules parse(String text) {
    Builder builder = builder();
    RuleText.parse(text).forEach(builder::add);
    return builder.build();
  }

  /** Whether there is no rule. */
  public boolean isEmpty() {
    return empty;
  }

  /**
   * What must hold for a path. A path that ends with a slash must satisfy the rule for the path
   * without it as well.
   *
   * @param path what the container routes, below the context path, decoded and normalised
   * @param usual the kinds of token that are looked at where a rule says nothing
   */
  public PathAccess at(String path, AcceptsToken usual) {
    PathAccess access = tree.accessTo(path).orElse(PathAccess.CLOSED);
    if (path.length() <= 1 || !path.endsWith("/")) {
      return access;
    }
    PathAccess withoutSlash =
        tree.accessTo(path.substring(0, path.length() - 1)).orElse(PathAccess.CLOSED);
    return access.and(withoutSlash, usual);
  }

  /**
   * What must hold for a welcome file that the container routes where {@code /} was asked for: what
   * a rule for {@code /} says, unless a rule names the file itself.
   *
   * @param path the path of the file, as for {@link #at}
   * @param usual the kinds of token that are looked at where a rule says nothing
   */
  public PathAccess atWelcomeFile(String path, AcceptsToken usual) {
    return at(tree.names(ROOT) && !tree.names(path) ? ROOT : path, usual);
  }

  /** Collects rules. Their order doesn't matter. */
  public static final class Builder {
    private RuleTree tree = new RuleTree();
    private boolean empty = true;

    private Builder() {}

    /** Opens paths to everybody. */
    public Builder open(String... patterns) {
      return add(Admits.EVERYBODY, Optional.empty(), patterns);
    }

    /** Opens paths to whoever is signed in. */
    public Builder signedIn(String... patterns) {
      return add(Admits.CALLERS, Optional.empty(), patterns);
    }

    /** Opens a path to whoever has this. */
    public Builder require(String pattern, Requirement requirement) {
      return add(needs(requirement, Optional.empty(), pattern));
    }

    /** Closes paths to everybody. */
    public Builder closed(String... patterns) {
      return add(Admits.NOBODY, Optional.empty(), patterns);
    }

    /** Opens paths to everybody, and looks at tokens of these kinds there. */
    public Builder open(AcceptsToken accepts, String... patterns) {
      return add(Admits.EVERYBODY, Optional.of(accepts), patterns);
    }

    /** Opens paths to whoever comes with a token of one of these kinds. */
    public Builder signedIn(AcceptsToken accepts, String... patterns) {
      return add(Admits.CALLERS, Optional.of(accepts), patterns);
    }

    /** Opens a path to whoever has this, and comes with a token of one of these kinds. */
    public Builder require(String pattern, AcceptsToken accepts, Requirement requirement) {
      return add(needs(requirement, Optional.of(accepts), pattern));
    }

    private static PathRule needs(
        Requirement requirement, Optional<AcceptsToken> accepts, String pattern) {
      return PathRule.of(pattern, new PathAccess(Admits.CALLERS, List.of(requirement), accepts));
    }

    private Builder add(Admits admits, Optional<AcceptsToken> accepts, String... patterns) {
      for (String pattern : patterns) {
        add(PathRule.of(pattern, new PathAccess(admits, List.of(), accepts)));
      }
      return this;
    }

    private Builder add(PathRule rule) {
      if (!tree.add(rule)) {
        throw new ClerkConfigurationException(
            "There are two rules for the path pattern '"
                + PrintableText.of(rule.pattern().text())
                + "', or for one that matches the same paths.");
      }
      empty = false;
      return this;
    }

    /** The rules. The builder starts anew. */
    public AccessRules build() {
      AccessRules rules = new AccessRules(tree, empty);
      tree = new RuleTree();
      empty = true;
      return rules;
    }
  }
}

package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.directory.Membership;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Html;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages that a person sees: sign in, choose an organization, sign out. */
final class Pages {

  private final Instance instance;
  private final State state;
  private final Directory directory;
  private final SessionTokens tokens;

  Pages(Instance instance, State state, SessionTokens tokens) {
    this.instance = instance;
    this.state = state;
    this.directory = state.directory();
    this.tokens = tokens;
  }

  void addTo(Routes routes) {
    routes
        .add("GET /sign-in", this::signIn)
        .add("POST /sign-in", this::submitSignIn)
        .add("GET /organization", this::organizationPage)
        .add("POST /organization", this::submitOrganization)
        .add("GET /sign-out", this::signOut)
        .add("POST /sign-out", this::submitSignOut);
  }

  private Reply signIn(Call call) {
    return Visit.receive(call, instance, state, visit -> signInPage(200, visit, ""));
  }

  /** Takes either a choice of the page, or an e-mail address with a password. */
  private Reply submitSignIn(Call call) {
    return Visit.receive(
        call,
        instance,
        state,
        visit -> {
          Optional<Person> person =
              call.parameter("person")
                  .flatMap(directory::account)
                  .or(() -> call.parameter("identifier").flatMap(directory::accountByEmailAddress))
                  .map(Account::person);
          if (person.isEmpty()) {
            return signInPage(422, visit, "Couldn't find your account.");
          }
          if (call.parameter("person").isEmpty()
              && !call.parameter("password").equals(Optional.of(person.get().password()))) {
            return signInPage(422, visit, "Password is incorrect. Try again.");
          }
          if (directory.account(person.get()).banned()) {
            return signInPage(403, visit, "You can't sign in any more.");
          }
          Optional<Organization> organization = organization(call);
          if (organization.isPresent()
              && directory.membership(person.get(), organization.get()).isEmpty()) {
            return signInPage(422, visit, noMember(person.get(), organization.get()));
          }
          Session session = state.signIn(person.get(), visit.client(), tokens);
          organization.ifPresent(session::organization);
          return visit.leave(instance);
        });
  }

  private Reply organizationPage(Call call) {
    return Visit.receive(call, instance, state, visit -> organizationPage(200, visit, ""));
  }

  private Reply submitOrganization(Call call) {
    return Visit.receive(
        call,
        instance,
        state,
        visit -> {
          Optional<Session> session = visit.client().session();
          if (session.isEmpty()) {
            return organizationPage(422, visit, "Sign in first.");
          }
          Optional<Organization> organization = organization(call);
          Person person = session.get().person();
          if (organization.isPresent()
              && directory.membership(person, organization.get()).isEmpty()) {
            return organizationPage(422, visit, noMember(person, organization.get()));
          }
          organization.ifPresentOrElse(session.get()::organization, session.get()::personalAccount);
          return visit.leave(instance);
        });
  }

  private Reply signOut(Call call) {
    return Visit.receive(
        call,
        instance,
        state,
        visit ->
            Reply.html(
                200,
                Html.page(
                    "Sign out",
                    Html.form(
                        "/sign-out",
                        visit.hidden(instance),
                        Html.button("sign-out", "Sign out")))));
  }

  private Reply submitSignOut(Call call) {
    return Visit.receive(
        call,
        instance,
        state,
        visit -> {
          visit.client().session().ifPresent(session -> session.end(SessionStatus.REMOVED));
          return visit.leave(instance);
        });
  }

  private Reply signInPage(int status, Visit visit, String problem) {
    StringBuilder body = new StringBuilder(problem.isEmpty() ? "" : Html.alert(problem));
    for (Person person : people()) {
      body.append(choice(visit, person, Optional.empty()));
      for (Membership membership : directory.memberships(person)) {
        body.append(choice(visit, person, Optional.of(membership)));
      }
    }
    body.append("<h2>With a password</h2>\n")
        .append(
            Html.form(
                "/sign-in",
                visit.hidden(instance),
                """
                <label>E-mail address
                <input id="identifier" name="identifier" type="email" autocomplete="username" required>
                </label>
                <label>Password
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                </label>
                """
                    + organizations()
                    + Html.button("continue", "Continue")))
        .append("<p>");
    for (Person person : people()) {
      body.append(Html.escape(person.firstName() + ": " + person.emailAddress() + ", "))
          .append("<code>")
          .append(Html.escape(person.password()))
          .append("</code><br>");
    }
    return Reply.html(status, Html.page("Sign in", body.append("</p>").toString()));
  }

  private String choice(Visit visit, Person person, Optional<Membership> membership) {
    Map<String, String> hidden = new LinkedHashMap<>(visit.hidden(instance));
    hidden.put("person", person.id());
    String name = person.firstName();
    String id = person.id().substring("user_".length());
    if (membership.isPresent()) {
      Organization organization = membership.get().organization();
      hidden.put("organization", organization.id());
      name += " at " + organization.name() + ", " + membership.get().role();
      id += "-" + organization.slug();
    }
    return Html.form("/sign-in", hidden, Html.button(id, "Continue as " + name));
  }

  private Reply organizationPage(int status, Visit visit, String problem) {
    String who = visit.client().session().map(Pages::describe).orElse("Nobody is signed in here.");
    return Reply.html(
        status,
        Html.page(
            "Organization",
            (problem.isEmpty() ? "" : Html.alert(problem))
                + "<p id=\"who\">%s</p>\n".formatted(Html.escape(who))
                + Html.form(
                    "/organization",
                    visit.hidden(instance),
                    organizations() + Html.button("continue", "Continue"))));
  }

  private String organizations() {
    StringBuilder select =
        new StringBuilder("<label>Organization\n<select id=\"organization\" name=\"organization\">")
            .append("<option value=\"\">Personal account</option>");
    for (Organization organization : directory.organizations()) {
      select.append(
          "<option value=\"%s\">%s</option>"
              .formatted(Html.escape(organization.id()), Html.escape(organization.name())));
    }
    return select.append("</select></label>\n").toString();
  }

  private Optional<Organization> organization(Call call) {
    return call.parameter("organization").flatMap(directory::organization);
  }

  private List<Person> people() {
    return directory.accounts().stream().map(Account::person).toList();
  }

  private static String noMember(Person person, Organization organization) {
    return person.firstName() + " is no member of " + organization.name() + ".";
  }

  static String describe(Session session) {
    return session.person().firstName()
        + " is signed in, "
        + session.organization().map(each -> "at " + each.name()).orElse("personal account")
        + ".";
  }
}

package io.github.clerkjakarta.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the head of every page leads. */
@Named
@ApplicationScoped
public class Links {

  /** Paths below that of the application, by what the link says. */
  public Map<String, String> getAll() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("Home", "/");
    links.put("Sign in", "/sign-in.jsp");
    links.put("Account", "/account");
    links.put("Invoices", "/invoices");
    links.put("Annotations", "/annotations");
    links.put("Books", "/books");
    links.put("Team", "/team.xhtml");
    links.put("Keys", "/keys.jsp");
    links.put("Acme", "/orgs/acme");
    links.put("Inbox", "/inbox");
    return links;
  }
}

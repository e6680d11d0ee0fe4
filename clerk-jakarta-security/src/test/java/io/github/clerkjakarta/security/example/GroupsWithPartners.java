package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.ClerkGroups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

@ApplicationScoped
public class GroupsWithPartners implements ClerkGroups {

  @Override
  public Set<String> groups(Auth auth) {
    Set<String> groups = new HashSet<>(ClerkGroups.DEFAULT.groups(auth));
    if (auth.orgSlug().filter("acme"::equals).isPresent()) {
      groups.add("partner");
    }
    return groups;
  }
}

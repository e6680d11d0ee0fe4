package io.github.clerkjakarta.security.internal.identity;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.ClerkCredential;
import io.github.clerkjakarta.security.ClerkGroups;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.LinkedHashSet;
import java.util.Set;

/** The store that knows every caller whose token is verified. It needs no configuration. */
@ApplicationScoped
public class ClerkIdentityStore implements IdentityStore {

  @Inject private CallerRules rules;

  private ClerkGroups chosen = ClerkGroups.DEFAULT;

  /** For CDI. */
  public ClerkIdentityStore() {}

  /** Takes the groups of the application in place of the default, if it has a bean for them. */
  @PostConstruct
  void choose() {
    ThisApplication.bean(ClerkGroups.class).ifPresent(groups -> chosen = groups);
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof ClerkCredential clerk)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return rules
        .callerName(clerk.auth())
        .map(name -> new CredentialValidationResult(name, groups(clerk.auth())))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  private Set<String> groups(Auth auth) {
    Set<String> all = new LinkedHashSet<>(chosen.groups(auth));
    all.addAll(rules.claimGroups(auth));
    return all;
  }
}

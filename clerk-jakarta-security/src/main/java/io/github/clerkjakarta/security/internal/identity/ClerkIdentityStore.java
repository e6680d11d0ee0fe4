package io.github.clerkjakarta.security.internal.identity;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.ClerkCredential;
import io.github.clerkjakarta.security.ClerkGroups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.LinkedHashSet;
import java.util.Set;

/** The store that knows every caller whose token is verified. It needs no configuration. */
@ApplicationScoped
public class ClerkIdentityStore implements IdentityStore {

  @Inject private Instance<ClerkGroups> groups;
  @Inject private CallerRules rules;

  /** For CDI. */
  public ClerkIdentityStore() {}

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
    ClerkGroups chosen = groups.isUnsatisfied() ? ClerkGroups.DEFAULT : groups.get();
    Set<String> all = new LinkedHashSet<>(chosen.groups(auth));
    all.addAll(rules.claimGroups(auth));
    return all;
  }
}

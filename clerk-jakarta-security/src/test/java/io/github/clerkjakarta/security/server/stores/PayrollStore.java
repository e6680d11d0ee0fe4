package io.github.clerkjakarta.security.server.stores;

import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.EnumSet;
import java.util.Set;

/** Adds a group to every caller, whose token is another store's matter. */
@ApplicationScoped
public class PayrollStore implements IdentityStore {

  @Override
  public Set<String> getCallerGroups(CredentialValidationResult result) {
    return Set.of("payroll:" + result.getCallerPrincipal().getName());
  }

  @Override
  public Set<ValidationType> validationTypes() {
    return EnumSet.of(PROVIDE_GROUPS);
  }
}

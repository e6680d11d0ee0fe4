package io.github.clerkjakarta.security.internal.identity;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.INVALID;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.VALID;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.VALIDATE;

import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStore.ValidationType;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the identity stores of this application, as the default handler of Jakarta Security does
 * (section 3.3 of Jakarta Security 3.0). That of a server is one for all WARs of an EAR, and asks
 * the stores of one of them. A handler of the application's own goes before.
 */
@ApplicationScoped
@Alternative
public class ApplicationStores implements IdentityStoreHandler {

  private List<IdentityStore> stores = List.of();

  /** For CDI. */
  public ApplicationStores() {}

  /** Finds the stores, in the order in which they are asked. */
  @PostConstruct
  void find() {
    stores =
        ThisApplication.allBeans(IdentityStore.class).stream()
            .sorted(Comparator.comparingInt(IdentityStore::priority))
            .toList();
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    boolean refused = false;
    for (IdentityStore store : storesFor(VALIDATE)) {
      CredentialValidationResult result = store.validate(credential);
      if (result.getStatus() == VALID) {
        return withGroups(result, store);
      }
      refused |= result.getStatus() == INVALID;
    }
    return refused ? INVALID_RESULT : NOT_VALIDATED_RESULT;
  }

  /** With the groups of the store that knows the caller, and of those that only provide groups. */
  private CredentialValidationResult withGroups(
      CredentialValidationResult known, IdentityStore by) {
    Set<String> groups = new HashSet<>();
    if (by.validationTypes().contains(PROVIDE_GROUPS)) {
      groups.addAll(known.getCallerGroups());
    }
    for (IdentityStore store : storesFor(PROVIDE_GROUPS)) {
      if (!store.validationTypes().contains(VALIDATE)) {
        groups.addAll(store.getCallerGroups(known));
      }
    }
    return new CredentialValidationResult(
        known.getIdentityStoreId(),
        known.getCallerPrincipal(),
        known.getCallerDn(),
        known.getCallerUniqueId(),
        groups);
  }

  private List<IdentityStore> storesFor(ValidationType purpose) {
    return stores.stream().filter(store -> store.validationTypes().contains(purpose)).toList();
  }
}

package io.github.clerkjakarta.security.server.mechanisms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows Carol of the staff by her password. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

  /** For CDI. */
  public StaffStore() {}

  /** By its type, the default method of the interface finds this. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return credential.compareTo("carol", "secret")
        ? new CredentialValidationResult("carol", Set.of("staff"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}

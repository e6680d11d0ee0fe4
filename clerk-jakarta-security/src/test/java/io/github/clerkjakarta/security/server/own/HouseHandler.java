package io.github.clerkjakarta.security.server.own;

import io.github.clerkjakarta.security.ClerkCredential;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Set;

/** Knows Ada, whatever the stores say, and nobody else. An alternative to that of the server. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class HouseHandler implements IdentityStoreHandler {

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof ClerkCredential clerk
            && clerk.auth().userId().filter("user_ada"::equals).isPresent()
        ? new CredentialValidationResult("ada of the house", Set.of("house"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}

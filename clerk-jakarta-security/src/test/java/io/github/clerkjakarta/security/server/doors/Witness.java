package io.github.clerkjakarta.security.server.doors;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.ClerkCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the mechanism has shown to the application's stores. */
@ApplicationScoped
public class Witness implements IdentityStore {

  private static final List<Auth> SHOWN = new CopyOnWriteArrayList<>();

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (credential instanceof ClerkCredential clerk) {
      SHOWN.add(clerk.auth());
    }
    return NOT_VALIDATED_RESULT;
  }

  /** Before Clerk's own store, after which nobody is asked. */
  @Override
  public int priority() {
    return 1;
  }

  /** How often this very object was shown. */
  static long shown(Auth auth) {
    return SHOWN.stream().filter(it -> it == auth).count();
  }
}

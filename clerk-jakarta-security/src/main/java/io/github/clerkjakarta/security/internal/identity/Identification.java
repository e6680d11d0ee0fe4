package io.github.clerkjakarta.security.internal.identity;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.VALID;
import static java.lang.System.Logger.Level.DEBUG;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.security.ClerkCredential;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the container is told about a caller, once a request: every identity store of the
 * application has a say.
 */
@ApplicationScoped
public class Identification {

  private static final System.Logger LOG = System.getLogger(Identification.class.getName());

  @Inject private CallerRules rules;

  private IdentityStoreHandler stores;

  /** For CDI. */
  public Identification() {}

  /** Finds what the application sees: where a server injects into this class, it may see less. */
  @PostConstruct
  void find() {
    stores = ThisApplication.bean(IdentityStoreHandler.class).orElseThrow();
  }

  /** The caller of a request that was let through; empty for nobody. */
  public Optional<Caller> of(HttpServletRequest request) {
    Optional<Caller> earlier = Caller.identified(request);
    if (earlier.isPresent()) {
      return earlier;
    }
    Auth auth = ContextAuthentication.state(request).auth();
    return auth.isAuthenticated() ? identify(auth, request) : Optional.empty();
  }

  private Optional<Caller> identify(Auth auth, HttpServletRequest request) {
    CredentialValidationResult result = stores.validate(new ClerkCredential(auth));
    if (result.getStatus() != VALID) {
      LOG.log(DEBUG, "No identity store knows the caller, so nobody is calling.");
      ContextAuthentication.logOut(request);
      return Optional.empty();
    }
    Set<String> groups = rules.withMappedRoles(result.getCallerGroups());
    Caller caller =
        new Caller(auth, new ClerkPrincipal(result.getCallerPrincipal().getName()), groups);
    caller.storeIn(request);
    return Optional.of(caller);
  }
}

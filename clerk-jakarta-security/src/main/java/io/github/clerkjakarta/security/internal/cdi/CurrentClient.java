package io.github.clerkjakarta.security.internal.cdi;

import com.clerk.backend_api.Clerk;
import io.github.clerkjakarta.sdk.ClerkSdk;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's own client, one for all beans and all Clerk instances: each call asks the instance of the
 * current request. CDI can't make a proxy of it, so that it has no scope. Only an application that
 * has it loads this.
 */
@ApplicationScoped
public class CurrentClient {

  @Inject private CurrentRequest current;
  private @Nullable Clerk clerk;

  /** For CDI. */
  public CurrentClient() {}

  @PostConstruct
  void open() {
    clerk = ClerkSdk.ofRequests(current::required);
  }

  @Produces
  @Dependent
  @Nullable Clerk clerk() {
    return clerk;
  }
}

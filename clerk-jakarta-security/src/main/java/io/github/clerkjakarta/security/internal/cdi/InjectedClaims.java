package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads the claims that a {@link Claim} asks for. */
@ApplicationScoped
public class InjectedClaims {

  @Inject private CurrentRequest current;

  /** For CDI. */
  public InjectedClaims() {}

  @Produces
  @Dependent
  @Claim("")
  Optional<String> text(InjectionPoint point) {
    return claim(point, String.class);
  }

  @Produces
  @Dependent
  @Claim("")
  Optional<Long> number(InjectionPoint point) {
    return claim(point, Long.class);
  }

  @Produces
  @Dependent
  @Claim("")
  Optional<Boolean> truth(InjectionPoint point) {
    return claim(point, Boolean.class);
  }

  private <T> Optional<T> claim(InjectionPoint point, Class<T> type) {
    return point.getQualifiers().stream()
        .filter(Claim.class::isInstance)
        .map(qualifier -> ((Claim) qualifier).value())
        .findFirst()
        .map(current.auth().claims()::get)
        .filter(type::isInstance)
        .map(type::cast);
  }
}

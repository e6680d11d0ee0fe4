package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.ClaimName;
import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.util.List;
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

  @Produces
  @Dependent
  @Claim("")
  Optional<List<String>> texts(InjectionPoint point) {
    return name(point)
        .map(name -> name.textsIn(current.auth().claims()))
        .filter(texts -> !texts.isEmpty());
  }

  private <T> Optional<T> claim(InjectionPoint point, Class<T> type) {
    return name(point)
        .flatMap(name -> name.in(current.auth().claims()))
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static Optional<ClaimName> name(InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(Claim.class::isInstance)
        .map(qualifier -> ClaimName.of(((Claim) qualifier).value()))
        .findFirst();
  }
}

package io.github.clerkjakarta.security.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where a claim is injected")
class ClaimInjectionTest {

  @Test
  @DisplayName("S20 D14 a name that no claim can have fails the deployment, whatever is injected")
  void misnamed() {
    for (String field : List.of("emptyPart", "blank", "asked")) {
      assertThat(fault(field).orElseThrow())
          .startsWith("A @Claim can't be read: A claim is named as in email or metadata.role");
    }
  }

  @Test
  @DisplayName("one that can be there may be asked for anywhere")
  void named() {
    assertThat(fault("nested")).isEmpty();
  }

  private static Optional<String> fault(String field) {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(ClaimInjectionTest.class)
            .initialize()) {
      BeanManager beans = container.getBeanManager();
      AnnotatedField<? super Claims> injected =
          beans.createAnnotatedType(Claims.class).getFields().stream()
              .filter(it -> it.getJavaMember().getName().equals(field))
              .findFirst()
              .orElseThrow();
      return ClaimInjection.fault(beans.createInjectionPoint(injected));
    }
  }

  @SuppressWarnings("unused")
  static class Claims {
    @Inject
    @Claim("metadata.")
    Optional<String> emptyPart;

    @Inject
    @Claim("meta data")
    Optional<String> blank;

    @Inject
    @Claim("")
    Instance<Optional<String>> asked;

    @Inject
    @Claim("metadata.role")
    Instance<Optional<String>> nested;
  }
}

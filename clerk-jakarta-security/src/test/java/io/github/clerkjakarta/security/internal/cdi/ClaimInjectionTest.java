package io.github.clerkjakarta.security.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Model;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where a claim is injected")
class ClaimInjectionTest {

  @Test
  @DisplayName("S20 D14 a name that no claim can have fails the deployment, whatever is injected")
  void misnamed() {
    for (String field : List.of("emptyPart", "blank", "asked")) {
      assertThat(fault(Claims.class, field).orElseThrow())
          .startsWith("A @Claim can't be read: A claim is named as in email or metadata.role");
    }
  }

  @Test
  @DisplayName("one that can be there may be asked for anywhere")
  void named() {
    assertThat(fault(Claims.class, "nested")).isEmpty();
  }

  @Test
  @DisplayName("a REST resource that is no bean keeps it no longer than a request")
  void resource() {
    assertThat(fault(Resource.class, "role")).isEmpty();
    assertThat(fault(RequestScopedResource.class, "role")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {Page.class, SharedResource.class, SingleResource.class, ModelResource.class})
  @DisplayName("S20 what is no bean and may live longer fails the deployment")
  void outliving(Class<?> type) {
    assertThat(fault(type, "role").orElseThrow())
        .contains("is injected into " + type.getName(), "make it @RequestScoped");
  }

  private static Optional<String> fault(Class<?> type, String field) {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(ClaimInjectionTest.class)
            .initialize()) {
      BeanManager beans = container.getBeanManager();
      AnnotatedField<?> injected =
          beans.createAnnotatedType(type).getFields().stream()
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

  @Path("/claims")
  static class Resource {
    @Inject
    @Claim("metadata.role")
    Optional<String> role;
  }

  @Path("/claims")
  @RequestScoped
  static class RequestScopedResource {
    @Inject
    @Claim("metadata.role")
    Optional<String> role;
  }

  @RequestScoped
  static class Page extends HttpServlet {
    @Inject
    @Claim("metadata.role")
    Optional<String> role;
  }

  @Path("/claims")
  @ApplicationScoped
  static class SharedResource {
    @Inject
    @Claim("metadata.role")
    Optional<String> role;
  }

  @Path("/claims")
  @Singleton
  static class SingleResource {
    @Inject
    @Claim("metadata.role")
    Optional<String> role;
  }

  @Path("/claims")
  @Model
  static class ModelResource {
    @Inject
    @Claim("metadata.role")
    Optional<String> role;
  }
}

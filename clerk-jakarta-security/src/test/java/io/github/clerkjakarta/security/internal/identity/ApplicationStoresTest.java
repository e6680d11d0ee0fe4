package io.github.clerkjakarta.security.internal.identity;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The identity stores of an application")
class ApplicationStoresTest {

  @Test
  @DisplayName("the first that knows the caller names it, and those that only provide groups add")
  void groups() {
    CredentialValidationResult result =
        validated(Refuses.class, Last.class, First.class, Provides.class);

    assertThat(result.getCallerPrincipal().getName()).isEqualTo("first");
    assertThat(result.getCallerGroups()).containsExactlyInAnyOrder("one", "provided to first");
  }

  @Test
  @DisplayName("a store that only validates gives no groups")
  void validatesOnly() {
    assertThat(validated(ValidatesOnly.class).getCallerGroups()).isEmpty();
  }

  @Test
  @DisplayName("one refusal outweighs those that can't tell")
  void refused() {
    assertThat(validated(Ignores.class, Refuses.class)).isSameAs(INVALID_RESULT);
    assertThat(validated(Ignores.class)).isSameAs(NOT_VALIDATED_RESULT);
    assertThat(validated(Provides.class)).isSameAs(NOT_VALIDATED_RESULT);
  }

  private static CredentialValidationResult validated(Class<?>... stores) {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(ApplicationStores.class)
            .addBeanClasses(stores)
            .selectAlternatives(ApplicationStores.class)
            .initialize()) {
      return container
          .select(IdentityStoreHandler.class)
          .get()
          .validate(new CallerOnlyCredential("anybody"));
    }
  }

  /** A store that answers the same to everything. */
  private abstract static class Fixed implements IdentityStore {
    private final CredentialValidationResult result;
    private final int priority;

    Fixed(CredentialValidationResult result, int priority) {
      this.result = result;
      this.priority = priority;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
      return result;
    }

    @Override
    public int priority() {
      return priority;
    }
  }

  static class First extends Fixed {
    First() {
      super(new CredentialValidationResult("first", Set.of("one")), 10);
    }
  }

  static class Last extends Fixed {
    Last() {
      super(new CredentialValidationResult("last", Set.of("two")), 20);
    }
  }

  static class Refuses extends Fixed {
    Refuses() {
      super(INVALID_RESULT, 1);
    }
  }

  static class Ignores extends Fixed {
    Ignores() {
      super(NOT_VALIDATED_RESULT, 2);
    }
  }

  static class ValidatesOnly extends First {
    @Override
    public Set<ValidationType> validationTypes() {
      return EnumSet.of(VALIDATE);
    }
  }

  static class Provides implements IdentityStore {
    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
      return Set.of("provided to " + result.getCallerPrincipal().getName());
    }

    @Override
    public Set<ValidationType> validationTypes() {
      return EnumSet.of(PROVIDE_GROUPS);
    }
  }
}

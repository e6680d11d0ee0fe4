package io.github.clerkjakarta.internal.auth;

import static io.github.clerkjakarta.Requirement.claim;
import static io.github.clerkjakarta.Requirement.feature;
import static io.github.clerkjakarta.Requirement.organization;
import static io.github.clerkjakarta.Requirement.permission;
import static io.github.clerkjakarta.Requirement.role;
import static io.github.clerkjakarta.Requirement.scope;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MachineAuthTest {

  @Test
  void apiKeyOfUser() {
    Auth caller =
        MachineAuth.apiKey("ak_1", "nightly", "user_1", List.of("read"), Map.of("team", "blue"));

    assertThat(caller.isAuthenticated()).isTrue();
    assertThat(caller.tokenType()).contains(TokenType.API_KEY);
    assertThat(caller.tokenId()).contains("ak_1");
    assertThat(caller.tokenName()).contains("nightly");
    assertThat(caller.subject()).contains("user_1");
    assertThat(caller.userId()).contains("user_1");
    assertThat(caller.orgId()).isEmpty();
    assertThat(caller.machineId()).isEmpty();
    assertThat(caller.scopes()).containsExactly("read");
    assertThat(caller.claims()).containsEntry("team", "blue");
  }

  @Test
  void apiKeyOfOrganization() {
    Auth caller = MachineAuth.apiKey("ak_1", null, "org_1", List.of(), null);

    assertThat(caller.orgId()).contains("org_1");
    assertThat(caller.userId()).isEmpty();
    assertThat(caller.tokenName()).isEmpty();
    assertThat(caller.claims()).isEmpty();
    assertThat(caller.has(organization("org_1"))).isFalse();
  }

  @Test
  @DisplayName("S10 a machine is no user")
  void m2mToken() {
    Auth caller = MachineAuth.m2mToken("mt_1", "mch_1", List.of("read"), null);

    assertThat(caller.tokenType()).contains(TokenType.M2M_TOKEN);
    assertThat(caller.machineId()).contains("mch_1");
    assertThat(caller.userId()).isEmpty();
    assertThat(caller.orgId()).isEmpty();
    assertThat(caller.sessionId()).isEmpty();
  }

  @Test
  void oauthToken() {
    Auth caller = MachineAuth.oauthToken("oat_1", "user_1", List.of("profile"), "client_1");

    assertThat(caller.tokenType()).contains(TokenType.OAUTH_TOKEN);
    assertThat(caller.userId()).contains("user_1");
    assertThat(caller.clientId()).contains("client_1");
    assertThat(caller.machineId()).isEmpty();
  }

  @Test
  @DisplayName("S8 of a machine only scopes can be asked, and all of them must be there")
  void onlyScopes() {
    Auth caller =
        MachineAuth.apiKey("ak_1", "k", "user_1", List.of("read", "write", "org:admin"), Map.of());

    assertThat(caller.has(scope("read"))).isTrue();
    assertThat(caller.has(scope("read").and(scope("write")))).isTrue();
    assertThat(caller.has(scope("read").and(scope("delete")))).isFalse();
    assertThat(caller.has(scope("Read"))).isFalse();
    assertThat(caller.has(scope("read").and(role("admin")))).isFalse();
    assertThat(caller.has(role("admin"))).isFalse();
    assertThat(caller.has(permission("read"))).isFalse();
    assertThat(caller.has(feature("read"))).isFalse();
    assertThat(caller.has(new Requirement.All(List.of()))).isFalse();
    assertThat(caller.has(scope(null))).isFalse();
  }

  @Test
  @DisplayName("S20 no machine has a claim that is asked for: who makes the token chooses them")
  void noClaim() {
    Map<String, Object> claims = Map.of("metadata", Map.of("role", "admin"));

    assertThat(
            Stream.of(
                MachineAuth.m2mToken("mt_1", "mch_1", List.of(), claims),
                MachineAuth.apiKey("ak_1", "k", "user_1", List.of(), claims)))
        .noneMatch(caller -> caller.has(claim("metadata.role", "admin")));
  }

  @Test
  @DisplayName("L1 a machine's text names the kind of token and whom it stands for")
  void text() {
    assertThat(MachineAuth.apiKey("ak_1", "k", "user_1", List.of("read"), Map.of("a", "b")))
        .hasToString("MachineAuth[api_key, user_1]");
  }

  @ParameterizedTest
  @EnumSource(TokenType.class)
  void nobodyHasNothing(TokenType type) {
    Auth nobody = Nobody.of(Optional.of("acme"), Optional.of(type));

    assertThat(nobody.isAuthenticated()).isFalse();
    assertThat(nobody.instance()).contains("acme");
    assertThat(nobody.tokenType()).contains(type);
    assertThat(nobody.userId()).isEmpty();
    assertThat(nobody.sessionStatus()).isEmpty();
    assertThat(nobody.scopes()).isEmpty();
    assertThat(nobody.has(scope("read"))).isFalse();
    assertThat(nobody.has(scope("read").and(role("admin")))).isFalse();
    assertThat(nobody.has(new Requirement.All(List.of()))).isFalse();
    assertThat(nobody).hasToString("Nobody");
  }

  @Test
  void anInvalidTokenHasNoType() {
    Auth nobody = Nobody.of(Optional.empty(), Optional.empty());

    assertThat(nobody.tokenType()).isEmpty();
    assertThat(nobody.isAuthenticated()).isFalse();
    assertThat(Auth.nobody().tokenType()).contains(TokenType.SESSION_TOKEN);
  }
}

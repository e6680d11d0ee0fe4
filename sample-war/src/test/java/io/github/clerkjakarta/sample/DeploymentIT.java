package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.sample.server.ServerFailedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR that can't protect what it declares doesn't start. */
@ExtendWith(StageExtension.class)
class DeploymentIT {

  @Test
  @DisplayName("K18 a publishable key in place of the secret key: the WAR is refused, and why")
  void publishableKeyAsSecret(Stage stage) {
    String key = stage.clerk().publishableKey();

    assertThatThrownBy(() -> stage.deployWith("clerk.secretKey", key, "swapped-keys.war"))
        .isInstanceOf(ServerFailedException.class)
        .hasMessageContaining("swapped-keys.war was not deployed")
        .hasMessageContaining("CLERK_SECRET_KEY");
  }

  @Test
  @DisplayName("a servlet of the application at a ready page: the WAR is refused, and why")
  void takenPath(Stage stage) {
    assertThatThrownBy(() -> stage.deployWith("clerk.pages", "/sign-in", "taken-path.war"))
        .isInstanceOf(ServerFailedException.class)
        .hasMessageContaining("taken-path.war was not deployed")
        .hasMessageContaining("a servlet of its own at /sign-in");
  }

  @Test
  @DisplayName("D14 a setting that can't be read: the WAR is refused, and why")
  void unreadableSetting(Stage stage) {
    assertThatThrownBy(() -> stage.deployWith("clerk.denyAs", "200", "bad-setting.war"))
        .isInstanceOf(ServerFailedException.class)
        .hasMessageContaining("bad-setting.war was not deployed")
        .hasMessageContaining("Set clerk.denyAs (CLERK_DENY_AS) to 403 or 404");
  }
}

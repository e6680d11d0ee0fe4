package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkSettings;
import java.util.Map;

/** The settings of an application, in its code. */
public final class ShopSettings implements ClerkSettings {

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "clerk.publishableKey",
        ScriptedAuthenticator.DEVELOPMENT,
        "clerk.secretKey",
        DeploymentTest.SECRET_KEY,
        "clerk.rules",
        "/who = signed-in",
        "clerk.protectedResourceMetadata",
        "true");
  }
}

package io.github.clerkjakarta.example;

import io.github.clerkjakarta.ClerkSettings;
import java.util.Map;

/** The code of docs/configuration.md. */
public final class ShopSettings implements ClerkSettings {

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "clerk.pages", "/sign-in,/sign-up",
        "clerk.webhooks.path", "/webhooks/clerk",
        "clerk.rules", "/ = public; /account/** = signed-in");
  }
}

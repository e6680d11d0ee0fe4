package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.internal.servlet.SettingsProvider;
import io.github.clerkjakarta.internal.settings.Place;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leads to the ready pages whoever has to sign in or up: they stand before what the environment
 * says, and behind what the application says itself.
 */
public final class ReadyPageAddresses implements SettingsProvider {

  private static final String TITLE = "the pages of clerk.pages";

  private static final Map<String, String> COMPONENTS =
      Map.of("clerk.signInUrl", "signIn", "clerk.signUpUrl", "signUp");

  /** For {@link java.util.ServiceLoader}. */
  public ReadyPageAddresses() {}

  @Override
  public Place first(ServletContext context) {
    return Place.ofApplication(TITLE, name -> Optional.empty(), Set::of);
  }

  @Override
  public Place beforeSystemProperties(ServletContext context) {
    return Place.ofApplication(TITLE, name -> address(name, context), Set::of);
  }

  private static Optional<String> address(String setting, ServletContext context) {
    return Optional.ofNullable(COMPONENTS.get(setting))
        .flatMap(component -> ReadyPages.pathOf(component, PageSettings.read(context).readyPages()))
        .map("~"::concat);
  }
}

package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Setting;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Optional;

/**
 * What an application sets for its pages.
 *
 * @param jsUrl where ClerkJS is, whatever the instance
 * @param jsVersion the version of ClerkJS
 * @param uiUrl where Clerk's components are, whatever the instance
 * @param uiVersion the version of Clerk's components
 * @param readyPages the components that have a page of this module, by path
 */
record PageSettings(
    Optional<String> jsUrl,
    String jsVersion,
    Optional<String> uiUrl,
    String uiVersion,
    Map<String, String> readyPages) {

  private static final String ATTRIBUTE = PageSettings.class.getName();

  /**
   * Reads them from the settings of the application.
   *
   * @throws ClerkConfigurationException when one can't be right
   */
  static PageSettings read(ServletContext context) {
    Settings settings = Settings.of(context);
    return new PageSettings(
        settings.find(Setting.JS_URL),
        settings.get(Setting.JS_VERSION),
        settings.find(Setting.UI_URL),
        settings.get(Setting.UI_VERSION),
        settings.find(Setting.PAGES).map(ReadyPages::parse).orElse(Map.of()));
  }

  /** Keeps them for {@link #of}. */
  void keepIn(ServletContext context) {
    context.setAttribute(ATTRIBUTE, this);
  }

  /** What was read when the application started. */
  static PageSettings of(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof PageSettings kept) {
      return kept;
    }
    throw new IllegalStateException(
        "clerk-jakarta-pages wasn't started. An <absolute-ordering> in web.xml that leaves out its"
            + " jar leaves out its tags.");
  }
}

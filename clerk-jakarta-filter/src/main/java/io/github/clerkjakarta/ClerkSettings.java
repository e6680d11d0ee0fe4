package io.github.clerkjakarta;

import java.util.Map;

/**
 * Settings that an application makes in code: all that docs/configuration.md lists, those of the
 * application as a whole among them, which are asked for before there is any filter, and so are no
 * {@link ClerkOptions}. The application names its class in {@code
 * META-INF/services/io.github.clerkjakarta.ClerkSettings}; it has a public constructor without
 * parameters. What a filter was given as options counts more, and so does a {@code
 * ClerkAuthenticationMechanismDefinition}; of several classes the first that has a value counts.
 */
public interface ClerkSettings {

  /**
   * The settings by their names, written as in {@code web.xml}: {@code clerk.pages} and {@code
   * /sign-in,/sign-up}. Asked several times while the application starts, and not later. A name
   * that is none of a setting fails the deployment, as does whatever is thrown.
   */
  Map<String, String> settings();
}

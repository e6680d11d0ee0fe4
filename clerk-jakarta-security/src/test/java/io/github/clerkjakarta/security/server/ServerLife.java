package io.github.clerkjakarta.security.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Prepares the run before Arquillian reads its configuration, and ends it after the last test. */
final class ServerLife implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(ServerLife.class))
        .computeIfAbsent(ServerRun.class, type -> ServerRun.current());
  }
}

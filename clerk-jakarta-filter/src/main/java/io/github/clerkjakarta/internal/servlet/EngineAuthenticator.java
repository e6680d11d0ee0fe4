package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.decision.Engine;

/** An engine that remembers tokens together with the others of its application. */
record EngineAuthenticator(Engine engine) implements RequestAuthenticator {

  @Override
  public RequestState authenticate(ClerkRequest request, RequestOptions requestOptions) {
    return engine.authenticate(request, requestOptions);
  }

  @Override
  public void close() {
    engine.close();
  }
}

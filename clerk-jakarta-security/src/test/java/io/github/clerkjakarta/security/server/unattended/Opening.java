package io.github.clerkjakarta.security.server.unattended;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Calls when the application starts. */
@ApplicationScoped
public class Opening {

  @Inject private Cellar cellar;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    Diary.note("observer", cellar::guarded);
    Diary.note("observer-open", cellar::open);
  }
}

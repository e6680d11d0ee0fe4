package io.github.clerkjakarta.security.server.unattended;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;

/** Calls when the application starts, and soon after by a timer. */
@Singleton
@Startup
public class Watch {

  @Inject private Cellar cellar;
  @Resource private TimerService timers;

  @PostConstruct
  void start() {
    Diary.note("startup", cellar::guarded);
    Diary.note("startup-open", cellar::open);
    timers.createSingleActionTimer(1, new TimerConfig("watch", false));
  }

  @Timeout
  void ring(Timer timer) {
    Diary.note("timer", cellar::guarded);
    Diary.note("timer-open", cellar::open);
  }
}

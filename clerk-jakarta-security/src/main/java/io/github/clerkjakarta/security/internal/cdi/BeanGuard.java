package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.security.AccessDeniedException;
import io.github.clerkjakarta.security.internal.access.Callee;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.access.Verdict;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.security.internal.servlet.RestCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges calls of beans by their annotations. Of enterprise beans the container judges the roles,
 * for it knows of {@code @RunAs}; what is ours is judged here.
 */
@ApplicationScoped
public class BeanGuard {

  @Inject private CurrentRequest current;
  @Inject private BeansExtension beans;

  private final Map<Callee, Protection> known = new ConcurrentHashMap<>();

  /** For CDI. */
  public BeanGuard() {}

  /**
   * Judges a call.
   *
   * @throws AccessDeniedException when the caller may not
   * @throws IllegalStateException when nobody has decided who is calling
   */
  void check(InvocationContext invocation) {
    Callee callee = new Callee(invocation.getTarget().getClass(), invocation.getMethod());
    Protection protection = known.computeIfAbsent(callee, this::protection);
    if (protection.asksNothing()) {
      return;
    }
    HttpServletRequest request =
        current
            .find()
            .orElseThrow(
                () ->
                    new AccessDeniedException(
                        callee + " needs a caller, and there is no request here that has one."));
    if (RestCall.in(request).filter(call -> call.isJudged(callee)).isPresent()) {
      return;
    }
    Verdict verdict = protection.judge(Caller.of(request), new BeanCall(invocation, request));
    if (!verdict.isOpen()) {
      throw callee.denial(verdict);
    }
  }

  private Protection protection(Callee callee) {
    Protection protection = callee.protection();
    return beans.isEnterpriseBean(callee.type()) ? protection.withoutRoles() : protection;
  }
}

package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.security.AccessDeniedException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * Lets a call through to a bean, or not. First of all interceptors: in the thread of the caller,
 * and before a transaction begins.
 */
@Judged
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class JudgingInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private BeanGuard guard;

  /** For CDI. */
  public JudgingInterceptor() {}

  /**
   * A call.
   *
   * @throws AccessDeniedException when the caller may not
   */
  @AroundInvoke
  Object call(InvocationContext invocation) throws Exception {
    guard.check(invocation);
    return invocation.proceed();
  }

  /**
   * A timer, which has no caller.
   *
   * @throws AccessDeniedException when it takes one
   */
  @AroundTimeout
  Object timeout(InvocationContext invocation) throws Exception {
    guard.check(invocation);
    return invocation.proceed();
  }
}

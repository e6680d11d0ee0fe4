package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.application.EnterpriseBeans;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.mechanism.ClerkExtension;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Gives beans the caller, its claims and the Backend API, and has the calls of beans judged that
 * are annotated, in an application that has our mechanism. In any other, annotations of Jakarta EE
 * stay what the server makes of them.
 */
public class BeansExtension implements Extension {

  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Protect.class,
          DenyImpersonated.class,
          RolesAllowed.class,
          PermitAll.class,
          DenyAll.class);

  /** After the mechanism has been registered, or not. */
  private static final int LATER = Interceptor.Priority.LIBRARY_AFTER;

  private final Set<Class<?>> enterpriseBeans = ConcurrentHashMap.newKeySet();
  private final List<String> faults = new ArrayList<>();
  private boolean registered;

  /** For CDI. */
  public BeansExtension() {}

  /** Whether a type is an enterprise bean, by annotation or by descriptor. */
  boolean isEnterpriseBean(Class<?> type) {
    return EnterpriseBeans.include(type)
        || enterpriseBeans.stream().anyMatch(bean -> bean.isAssignableFrom(type));
  }

  /** Before it is decided whose mechanism it is: without our interceptor the binding is nothing. */
  <T> void bind(
      @Observes
          @WithAnnotations({
            Protect.class,
            DenyImpersonated.class,
            RolesAllowed.class,
            PermitAll.class,
            DenyAll.class
          })
          ProcessAnnotatedType<T> found) {
    Class<T> javaClass = found.getAnnotatedType().getJavaClass();
    if (!ThisApplication.owns(found)
        || Servlet.class.isAssignableFrom(javaClass)
        || Filter.class.isAssignableFrom(javaClass)) {
      return;
    }
    boolean enterpriseBean = EnterpriseBeans.include(javaClass);
    found
        .configureAnnotatedType()
        .filterMethods(method -> isJudged(javaClass, method.getJavaMember(), enterpriseBean))
        .forEach(method -> method.add(Judged.Literal.INSTANCE));
  }

  void register(@Observes @Priority(LATER) AfterTypeDiscovery discovered, BeanManager manager) {
    registered = manager.getExtension(ClerkExtension.class).hasRegistered();
    if (registered) {
      Stream.of(
              CurrentRequest.class,
              CurrentAuth.class,
              CurrentBackend.class,
              InjectedClaims.class,
              BeanGuard.class,
              JudgingInterceptor.class)
          .forEach(type -> ThisApplication.add(discovered, type));
      discovered.getInterceptors().remove(JudgingInterceptor.class);
      discovered.getInterceptors().add(0, JudgingInterceptor.class);
    }
  }

  void remember(@Observes ProcessSessionBean<?> bean) {
    enterpriseBeans.add(bean.getBean().getBeanClass());
  }

  void examine(@Observes ProcessInjectionPoint<?, ?> point) {
    if (registered) {
      ClaimInjection.fault(point.getInjectionPoint())
          .map(ClerkConfigurationException::new)
          .ifPresent(point::addDefinitionError);
    }
  }

  void report(@Observes AfterBeanDiscovery discovered) {
    if (registered) {
      faults.stream().map(ClerkConfigurationException::new).forEach(discovered::addDefinitionError);
    }
  }

  /** Whether calls of a method are judged. What can't be, fails the deployment. */
  private boolean isJudged(Class<?> type, Method method, boolean enterpriseBean) {
    try {
      Protection protection = Protection.of(type, method);
      Protection ours = enterpriseBean ? protection.withoutRoles() : protection;
      if (ours.asksNothing()) {
        return false;
      }
    } catch (ClerkConfigurationException e) {
      faults.add(type.getName() + "." + method.getName() + ": " + e.getMessage());
      return false;
    }
    boolean passesBy = passesBy(method) || Modifier.isFinal(type.getModifiers());
    if (passesBy && (!isHelper(method) || ALL.stream().anyMatch(method::isAnnotationPresent))) {
      faults.add(
          "An annotation can't protect "
              + type.getName()
              + "."
              + method.getName()
              + ": calls of private, static and final methods, and of final classes, pass by every"
              + " interceptor.");
    }
    return !passesBy;
  }

  private static boolean passesBy(Method method) {
    return isHelper(method) || Modifier.isFinal(method.getModifiers());
  }

  /** What an annotation on the class isn't meant for. */
  private static boolean isHelper(Method method) {
    return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
  }
}

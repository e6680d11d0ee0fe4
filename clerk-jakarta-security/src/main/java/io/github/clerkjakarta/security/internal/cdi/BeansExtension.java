package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.mechanism.ClerkExtension;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
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
 * Gives beans the caller and its claims, and has the calls of beans judged that are annotated, in
 * an application that has our mechanism. In any other the annotations stay without effect.
 */
public class BeansExtension implements Extension {

  private static final List<Class<? extends Annotation>> OURS =
      List.of(Protect.class, DenyImpersonated.class);
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
    AnnotatedType<T> type = found.getAnnotatedType();
    Class<T> javaClass = type.getJavaClass();
    if (!ClerkExtension.isOfThisApplication(found)
        || Servlet.class.isAssignableFrom(javaClass)
        || Filter.class.isAssignableFrom(javaClass)) {
      return;
    }
    List<Class<? extends Annotation>> judged = EnterpriseBeans.include(javaClass) ? OURS : ALL;
    if (lineage(javaClass).anyMatch(at -> judged.stream().anyMatch(at::isAnnotationPresent))) {
      found.configureAnnotatedType().add(Judged.Literal.INSTANCE);
    }
    found
        .configureAnnotatedType()
        .filterMethods(method -> isAnnotated(method, judged))
        .forEach(method -> method.add(Judged.Literal.INSTANCE));
    type.getMethods().stream()
        .filter(method -> isAnnotated(method, judged))
        .forEach(method -> examine(javaClass, method.getJavaMember()));
  }

  void register(@Observes @Priority(LATER) AfterTypeDiscovery discovered, BeanManager manager) {
    registered = manager.getExtension(ClerkExtension.class).hasRegistered();
    if (registered) {
      Stream.of(
              CurrentRequest.class,
              CurrentAuth.class,
              InjectedClaims.class,
              BeanGuard.class,
              JudgingInterceptor.class)
          .forEach(type -> discovered.addAnnotatedType(type, type.getName()));
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

  /** What can't be judged fails the deployment. */
  private void examine(Class<?> type, Method method) {
    if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      faults.add(
          "The annotation on "
              + type.getName()
              + "."
              + method.getName()
              + " can't protect it: calls of private and static methods pass by every"
              + " interceptor.");
    }
    try {
      Protection.of(type, method);
    } catch (ClerkConfigurationException e) {
      faults.add(type.getName() + "." + method.getName() + ": " + e.getMessage());
    }
  }

  private static boolean isAnnotated(
      Annotated annotated, List<Class<? extends Annotation>> annotations) {
    return annotations.stream().anyMatch(annotated::isAnnotationPresent);
  }

  private static Stream<Class<?>> lineage(Class<?> type) {
    return Stream.<Class<?>>iterate(type, at -> at != null, Class::getSuperclass);
  }
}

package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.access.AnnotatedParts;
import io.github.clerkjakarta.security.internal.access.Inheritance;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.application.EnterpriseBeans;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.mechanism.ClerkExtension;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.decorator.Decorator;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.inject.Named;
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
 * Gives beans the caller, its claims, the Backend API and Clerk's own client of it, and has the
 * calls of beans judged that are annotated, in an application that has our mechanism. In any other,
 * annotations of Jakarta EE stay what the server makes of them.
 */
public class BeansExtension implements Extension {

  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Protect.class,
          DenyImpersonated.class,
          RolesAllowed.class,
          PermitAll.class,
          DenyAll.class);

  /** Clerk's own client of the Backend API. By name, for an application may lack it. */
  private static final String CLIENT = "com.clerk.backend_api.Clerk";

  /** After the mechanism has been registered, or not. */
  private static final int LATER = Interceptor.Priority.LIBRARY_AFTER;

  private final Set<Class<?>> enterpriseBeans = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> managedBeans = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> produced = ConcurrentHashMap.newKeySet();
  private final List<String> faults = new ArrayList<>();
  private final List<InjectionPoint> points = new ArrayList<>();
  private boolean registered;
  private boolean makesClient;

  /** For CDI. */
  public BeansExtension() {}

  /** Whether a type is an enterprise bean, by annotation or by descriptor. */
  boolean isEnterpriseBean(Class<?> type) {
    return EnterpriseBeans.include(type)
        || enterpriseBeans.stream().anyMatch(bean -> bean.isAssignableFrom(type));
  }

  /**
   * Before it is decided whose mechanism it is: without our interceptor the binding is nothing. All
   * classes are looked at, for servers differ in whether they tell those that inherit an
   * annotation.
   */
  <T> void bind(@Observes ProcessAnnotatedType<T> found, BeanManager manager) {
    Class<T> javaClass = found.getAnnotatedType().getJavaClass();
    if (!ThisApplication.owns(found)) {
      return;
    }
    refuseComposed(javaClass);
    makesClient |= makesClient(found.getAnnotatedType(), manager);
    if (Servlet.class.isAssignableFrom(javaClass)
        || Filter.class.isAssignableFrom(javaClass)
        || Inheritance.types(javaClass).noneMatch(BeansExtension::isAnnotated)) {
      return;
    }
    if (isAroundBeans(javaClass)) {
      if (isAnnotated(javaClass)) {
        faults.add(
            "An annotation can't protect "
                + javaClass.getName()
                + ": put it on the beans that this interceptor or decorator is for.");
      }
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
      if (ThisApplication.has(CLIENT) && !makesClient) {
        OfClient.add(discovered);
      }
      discovered.getInterceptors().remove(JudgingInterceptor.class);
      discovered.getInterceptors().add(0, JudgingInterceptor.class);
    }
  }

  void remember(@Observes ProcessSessionBean<?> bean) {
    enterpriseBeans.add(bean.getBean().getBeanClass());
  }

  void remember(@Observes ProcessManagedBean<?> bean) {
    managedBeans.add(bean.getBean().getBeanClass());
  }

  /** What an application makes itself, no interceptor stands before. */
  void remember(@Observes ProcessProducerMethod<?, ?> producer) {
    Class<?> made = producer.getAnnotatedProducerMethod().getJavaMember().getReturnType();
    if (!made.isInterface() && Inheritance.types(made).anyMatch(BeansExtension::isAnnotated)) {
      produced.add(made);
    }
  }

  void examine(@Observes ProcessInjectionPoint<?, ?> point) {
    if (registered) {
      ClaimInjection.fault(point.getInjectionPoint())
          .map(ClerkConfigurationException::new)
          .ifPresent(point::addDefinitionError);
      points.add(point.getInjectionPoint());
    }
  }

  void examineAll(@Observes AfterDeploymentValidation deployed) {
    points.stream()
        .flatMap(point -> ClaimInjection.fault(point, points).stream())
        .map(ClerkConfigurationException::new)
        .forEach(deployed::addDeploymentProblem);
    points.clear();
  }

  void report(@Observes AfterBeanDiscovery discovered) {
    if (registered) {
      produced.stream()
          .filter(made -> managedBeans.stream().noneMatch(made::isAssignableFrom))
          .map(
              made ->
                  "Nobody would judge the annotations of "
                      + made.getName()
                      + ", which a producer method makes: let CDI make it, by a scope on the class.")
          .forEach(faults::add);
      faults.stream().map(ClerkConfigurationException::new).forEach(discovered::addDefinitionError);
    }
  }

  /** Whether a class has a producer of the client that would leave two for an injection. */
  private static boolean makesClient(AnnotatedType<?> type, BeanManager manager) {
    return Stream.<AnnotatedMember<?>>concat(type.getMethods().stream(), type.getFields().stream())
        .filter(member -> member.getBaseType().getTypeName().equals(CLIENT))
        .filter(member -> member.isAnnotationPresent(Produces.class))
        .anyMatch(
            member ->
                member.getAnnotations().stream()
                    .map(Annotation::annotationType)
                    .filter(manager::isQualifier)
                    .allMatch(it -> it.equals(Default.class) || it.equals(Named.class)));
  }

  /** A stereotype, for example: what is on it isn't on the classes that have it. */
  private void refuseComposed(Class<?> type) {
    AnnotatedParts.composed(type, ALL)
        .map(
            composed ->
                "Nobody would judge the annotation on @"
                    + composed.getName()
                    + ": put it on "
                    + type.getName()
                    + ", which has @"
                    + composed.getSimpleName()
                    + ".")
        .forEach(faults::add);
  }

  /** Whether calls of a method are judged. What can't be, fails the deployment. */
  private boolean isJudged(Class<?> type, Method method, boolean enterpriseBean) {
    try {
      Protection protection = Protection.of(type, method);
      Protection ours = enterpriseBean ? protection.withoutRoles() : protection;
      if (enterpriseBean && isBusiness(method) && !Protection.isSeenByContainer(type, method)) {
        faults.add(
            "Nobody would judge the roles for "
                + type.getName()
                + "."
                + method.getName()
                + ": the container of enterprise beans doesn't look at what a bean overrides,"
                + " implements or extends. Repeat the annotation on the method.");
      }
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

  /** Whether an annotation is on a class itself, or on one of the methods that it declares. */
  private static boolean isAnnotated(Class<?> type) {
    return AnnotatedParts.of(type)
        .anyMatch(part -> ALL.stream().anyMatch(part::isAnnotationPresent));
  }

  /** What runs around calls of beans, so that no interceptor runs around it. */
  private static boolean isAroundBeans(Class<?> type) {
    return type.isAnnotationPresent(Interceptor.class) || type.isAnnotationPresent(Decorator.class);
  }

  /** Whether callers may reach a method of an enterprise bean. */
  private static boolean isBusiness(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !isHelper(method)
        && !method.isAnnotationPresent(PostConstruct.class)
        && !method.isAnnotationPresent(PreDestroy.class);
  }

  private static boolean passesBy(Method method) {
    return isHelper(method) || Modifier.isFinal(method.getModifiers());
  }

  /** What an annotation on the class isn't meant for. */
  private static boolean isHelper(Method method) {
    return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
  }

  /** Apart, for elsewhere its classes are missing. */
  private static final class OfClient {
    static void add(AfterTypeDiscovery discovered) {
      ThisApplication.add(discovered, CurrentClient.class);
    }
  }
}

package io.github.clerkjakarta.security.internal.application;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Tells this application from the others of an EAR, each of which may have this jar in its WAR: one
 * CDI container knows them all.
 */
public final class ThisApplication {

  private ThisApplication() {}

  /** Whether a type that CDI has found is of this application. */
  public static boolean owns(ProcessAnnotatedType<?> type) {
    return owns(type.getAnnotatedType().getJavaClass());
  }

  /** Whether a class is of this application, and of no other and no server. */
  public static boolean owns(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    try {
      return loader != null
          && loader.loadClass(ThisApplication.class.getName()).equals(ThisApplication.class);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether this application has a class that others may lack. */
  public static boolean has(String className) {
    try {
      Class.forName(className, false, ThisApplication.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Has CDI know a type of ours as one of this application. */
  public static void add(AfterTypeDiscovery discovered, Class<?> type) {
    discovered.addAnnotatedType(type, id(type));
  }

  /**
   * A name for a type of ours that no other application uses, though it has a type of that name. It
   * is the same after a restart, for CDI may have stored it with a passivated bean.
   */
  public static String id(Class<?> type) {
    CodeSource jar = type.getProtectionDomain().getCodeSource();
    return type.getName() + " in " + (jar == null ? "this application" : jar.getLocation());
  }

  /**
   * The beans of this application; empty without CDI. Asked by name first, because a server may go
   * by the name of the class that asks CDI, and find that of another WAR.
   */
  @SuppressWarnings("BanJNDI") // a constant name, which the server has bound
  public static Optional<BeanManager> beans() {
    try {
      return Optional.of(InitialContext.doLookup("java:comp/BeanManager"));
    } catch (NamingException e) {
      return current();
    }
  }

  /**
   * The one bean of this type; empty when this application has none.
   *
   * @throws jakarta.enterprise.inject.AmbiguousResolutionException when it has several
   */
  public static <T> Optional<T> bean(Class<T> type) {
    // No lambda, for linking one loads the types of CDI, which not every server has.
    Optional<BeanManager> beans = beans();
    if (beans.isEmpty()) {
      return Optional.empty();
    }
    Instance<T> found = beans.get().createInstance().select(type);
    return found.isUnsatisfied() ? Optional.empty() : Optional.of(found.get());
  }

  /** Every bean of this type that the application sees, whatever its qualifiers. */
  public static <T> List<T> allBeans(Class<T> type) {
    return beans().stream()
        .flatMap(beans -> beans.createInstance().select(type, Any.Literal.INSTANCE).stream())
        .toList();
  }

  /** The classes of all beans that the application sees. */
  public static Set<Class<?>> beanClasses() {
    return beans().stream()
        .flatMap(beans -> beans.getBeans(Object.class, Any.Literal.INSTANCE).stream())
        .map(Bean::getBeanClass)
        .collect(Collectors.toSet());
  }

  private static Optional<BeanManager> current() {
    try {
      return Optional.of(CDI.current().getBeanManager());
    } catch (IllegalStateException | NoClassDefFoundError e) {
      // An application without CDI, or a server without it.
      return Optional.empty();
    }
  }
}

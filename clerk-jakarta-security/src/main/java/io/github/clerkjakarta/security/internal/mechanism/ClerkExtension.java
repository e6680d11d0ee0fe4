package io.github.clerkjakarta.security.internal.mechanism;

import static java.lang.System.Logger.Level.INFO;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.config.CallerSettings;
import io.github.clerkjakarta.security.internal.config.DefinedSettings;
import io.github.clerkjakarta.security.internal.config.EarlySettings;
import io.github.clerkjakarta.security.internal.config.Expressions;
import io.github.clerkjakarta.security.internal.identity.ApplicationStores;
import io.github.clerkjakarta.security.internal.identity.ClerkIdentityStore;
import io.github.clerkjakarta.security.internal.identity.Identification;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.RememberMe;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers the mechanism in an application that asks for it, by a {@link
 * ClerkAuthenticationMechanismDefinition} or by {@code clerk.security.auto}. Without either, or
 * where the setting meets a mechanism of the application's own, nothing is registered.
 */
public class ClerkExtension implements Extension {

  private static final System.Logger LOG = System.getLogger(ClerkExtension.class.getName());

  /** What a server does for a mechanism that an application has written itself. */
  private static final List<Class<? extends Annotation>> OF_OTHER_MECHANISMS =
      List.of(AutoApplySession.class, LoginToContinue.class, RememberMe.class);

  private final List<Annotated> definitions = new ArrayList<>();
  private final OtherMechanisms others = new OtherMechanisms();
  private boolean ownStoreHandler;
  private boolean registered;

  /** For CDI. */
  public ClerkExtension() {}

  /** Whether this application has our mechanism, once its types are known. */
  public boolean hasRegistered() {
    return registered;
  }

  /** Whether it has another one. */
  boolean hasOther() {
    return others.arePresent();
  }

  /** Whether something of the application's own says which mechanism is asked. */
  boolean hasHandler() {
    return others.haveHandler();
  }

  void define(
      @Observes @WithAnnotations(ClerkAuthenticationMechanismDefinition.class)
          ProcessAnnotatedType<?> type) {
    if (type.getAnnotatedType().isAnnotationPresent(ClerkAuthenticationMechanismDefinition.class)) {
      definitions.add(type.getAnnotatedType());
    }
  }

  void notice(@Observes ProcessAnnotatedType<? extends HttpAuthenticationMechanism> type) {
    if (!type.getAnnotatedType().getJavaClass().equals(ClerkAuthenticationMechanism.class)
        && ThisApplication.owns(type)) {
      others.noticeMechanism();
    }
  }

  void noticeDefinition(
      @Observes
          @WithAnnotations({
            BasicAuthenticationMechanismDefinition.class,
            CustomFormAuthenticationMechanismDefinition.class,
            FormAuthenticationMechanismDefinition.class,
            OpenIdAuthenticationMechanismDefinition.class
          })
          ProcessAnnotatedType<?> type) {
    if (ThisApplication.owns(type)) {
      others.noticeMechanism();
    }
  }

  void notice(@Observes ProcessBean<?> found) {
    others.notice(found.getBean(), found.getAnnotated());
  }

  void noticeStoreHandler(@Observes ProcessAnnotatedType<? extends IdentityStoreHandler> type) {
    ownStoreHandler |= ThisApplication.owns(type);
  }

  void register(@Observes AfterTypeDiscovery discovered) {
    if (definitions.size() > 1) {
      throw new ClerkConfigurationException(
          "There are several @ClerkAuthenticationMechanismDefinition in this application; keep"
              + " one.");
    }
    definitions.forEach(ClerkExtension::refuseOtherMechanisms);
    if (!definitions.isEmpty()) {
      others.refuseWithoutChoice();
    }
    boolean automatic =
        definitions.isEmpty()
            && EarlySettings.askForMechanism(ClerkExtension.class.getClassLoader());
    if (automatic && others.arePresent()) {
      LOG.log(
          INFO,
          "clerk.security.auto is set, but the application has an authentication mechanism of its"
              + " own, which stays.");
    }
    registered = !definitions.isEmpty() || (automatic && !others.arePresent());
    if (registered) {
      ThisApplication.add(discovered, ClerkAuthenticationMechanism.class);
      ThisApplication.add(discovered, Identification.class);
      ThisApplication.add(discovered, ClerkIdentityStore.class);
      ThisApplication.add(discovered, CallerSettings.class);
      if (!ownStoreHandler) {
        ThisApplication.add(discovered, ApplicationStores.class);
        discovered.getAlternatives().add(ApplicationStores.class);
      }
    }
  }

  private static void refuseOtherMechanisms(Annotated definition) {
    for (Class<? extends Annotation> annotation : OF_OTHER_MECHANISMS) {
      if (definition.isAnnotationPresent(annotation)) {
        throw new ClerkConfigurationException(
            "Take @"
                + annotation.getSimpleName()
                + " away from "
                + definition.getBaseType().getTypeName()
                + ": it belongs on a mechanism of one's own, and Clerk's cookies do what it is"
                + " for.");
      }
    }
  }

  void examine(@Observes AfterDeploymentValidation deployed) {
    if (registered) {
      others
          .fault()
          .map(ClerkConfigurationException::new)
          .ifPresent(deployed::addDeploymentProblem);
    }
  }

  void define(@Observes AfterBeanDiscovery discovered, BeanManager beans) {
    for (Annotated type : definitions) {
      ClerkAuthenticationMechanismDefinition definition =
          type.getAnnotation(ClerkAuthenticationMechanismDefinition.class);
      discovered
          .<DefinedSettings>addBean()
          .id(ThisApplication.id(DefinedSettings.class))
          .beanClass(DefinedSettings.class)
          .types(DefinedSettings.class)
          .scope(Singleton.class)
          .createWith(
              context ->
                  new DefinedSettings(
                      definition, new Expressions(ThisApplication.beans().orElse(beans))));
    }
  }
}

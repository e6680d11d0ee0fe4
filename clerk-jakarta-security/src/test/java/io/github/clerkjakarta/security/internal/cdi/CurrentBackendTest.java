package io.github.clerkjakarta.security.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clerk.backend_api.Clerk;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkInstances;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.User;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.internal.mechanism.ClerkExtension;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Person;
import io.github.clerkjakarta.testkit.RecordedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In a CDI container without a server; requests are what the filter asks of one. */
@DisplayName("An injected ClerkBackend, or Clerk's own client,")
class CurrentBackendTest {

  private static final String ADA = "/v1/users/" + Person.ADA.id();

  private final LocalClerk acme = LocalClerk.start();
  private final LocalClerk globex = LocalClerk.start();
  private final ClerkFilter filter =
      ClerkFilter.with(
          ClerkInstances.builder()
              .instance("acme", options(acme), "acme.example")
              .instance("globex", options(globex), "globex.example")
              .build());
  private final SeContainer container =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addExtensions(new ClerkExtension(), new BeansExtension())
          .addBeanClasses(Definition.class, Server.class, Greeter.class, Office.class)
          .initialize();

  private final ServletContext application =
      stub(
          ServletContext.class,
          Map.of(
              "getClassLoader",
              ClassLoader.getPlatformClassLoader(),
              "getInitParameterNames",
              Collections.emptyEnumeration()));

  @BeforeEach
  void openFilter() throws Exception {
    filter.init(
        stub(
            FilterConfig.class,
            Map.of(
                "getServletContext",
                application,
                "getInitParameterNames",
                Collections.emptyEnumeration())));
  }

  @AfterEach
  void close() {
    container.close();
    filter.destroy();
    acme.close();
    globex.close();
  }

  @Test
  @DisplayName("asks the Clerk instance of each request, in a bean that outlives requests")
  void instanceOfRequest() throws Exception {
    Greeter greeter = container.select(Greeter.class).get();

    assertThat(nameIn("acme.example", acme, greeter)).contains("Ada");
    assertThat(paths(acme)).contains(ADA);
    assertThat(paths(globex)).doesNotContain(ADA);

    assertThat(nameIn("globex.example", globex, greeter)).contains("Ada");
    assertThat(paths(globex)).contains(ADA);
  }

  @Test
  @DisplayName("asks the Clerk instance of each request, though the client is one for all")
  void clientOfRequest() throws Exception {
    Office office = container.select(Office.class).get();

    assertThat(textIn("acme.example", acme, office::name)).contains("Ada");
    assertThat(paths(acme)).contains(ADA);
    assertThat(paths(globex)).doesNotContain(ADA);

    assertThat(textIn("globex.example", globex, office::name)).contains("Ada");
    assertThat(paths(globex)).contains(ADA);
    assertThat(container.select(Clerk.class).get()).isSameAs(container.select(Clerk.class).get());
  }

  @Test
  @DisplayName("D10 says of the client too that there is no request")
  void clientOutsideOfRequests() {
    Clerk client = container.select(Clerk.class).get();

    assertThatThrownBy(() -> client.users().get(Person.ADA.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("There is no request here");
    assertThat(paths(acme)).isEmpty();
    assertThat(paths(globex)).isEmpty();
  }

  @Test
  @DisplayName("leaves a client alone that the application makes itself")
  void ownClient() {
    try (SeContainer other =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new ClerkExtension(), new BeansExtension())
            .addBeanClasses(Definition.class, Server.class, Office.class, OwnOffice.class)
            .initialize()) {
      assertThat(other.select(Clerk.class).get()).isSameAs(OwnOffice.CLERK);
    }
  }

  @Test
  @DisplayName("is closed by nobody who has it injected")
  void staysOpen() throws Exception {
    container.select(ClerkBackend.class).get().close();

    assertThat(nameIn("acme.example", acme, container.select(Greeter.class).get())).contains("Ada");
  }

  @Test
  @DisplayName("D10 says clearly that there is no request")
  void outsideOfRequests() {
    ClerkBackend backend = container.select(ClerkBackend.class).get();
    Auth nobody = container.select(Auth.class).get();

    assertThatThrownBy(() -> backend.currentUser(nobody))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("There is no request here");
  }

  @Test
  @DisplayName("is nothing else that is closed")
  void noOtherType() {
    assertThat(container.select(AutoCloseable.class).isUnsatisfied()).isTrue();
  }

  private Optional<String> nameIn(String host, LocalClerk clerk, Greeter greeter) throws Exception {
    return textIn(host, clerk, greeter::name);
  }

  private Optional<String> textIn(String host, LocalClerk clerk, Supplier<Optional<String>> asking)
      throws Exception {
    Map<String, String> headers =
        Map.of("host", host, "authorization", "Bearer " + clerk.session(Person.ADA).token());
    HttpServletRequest request = request(headers);
    List<Optional<String>> name = new ArrayList<>();
    RequestContextController context = container.select(RequestContextController.class).get();
    context.activate();
    try {
      container.select(Server.class).get().receive(request);
      filter.doFilter(
          request,
          stub(HttpServletResponse.class, Map.of("isCommitted", true)),
          (passed, response) -> name.add(asking.get()));
    } finally {
      context.deactivate();
    }
    return name.get(0);
  }

  private static List<String> paths(LocalClerk clerk) {
    return clerk.requests().stream().map(RecordedRequest::path).toList();
  }

  private static ClerkOptions options(LocalClerk clerk) {
    return ClerkOptions.builder()
        .publishableKey(clerk.publishableKey())
        .secretKey(clerk.secretKey())
        .apiUrl(clerk.apiUrl())
        .build();
  }

  private HttpServletRequest request(Map<String, String> headers) {
    Map<String, Object> answers =
        Map.of(
            "getMethod",
            "GET",
            "getScheme",
            "https",
            "getServerName",
            headers.get("host"),
            "getServerPort",
            443,
            "getRequestURI",
            "/",
            "getContextPath",
            "",
            "getServletPath",
            "/",
            "getDispatcherType",
            DispatcherType.REQUEST,
            "getServletContext",
            application,
            "header",
            headers);
    return stub(HttpServletRequest.class, answers);
  }

  /** Answers what is given here, keeps attributes, and has nothing else. */
  private static <T> T stub(Class<T> type, Map<String, Object> answers) {
    Map<Object, Object> attributes = new HashMap<>();
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                  case "removeAttribute" -> attributes.remove(arguments[0]);
                  case "getServletRegistrations" -> Map.of();
                  case "getHeader" -> header(answers, arguments[0]);
                  case "getHeaders" ->
                      Collections.enumeration(
                          Optional.ofNullable(header(answers, arguments[0])).stream().toList());
                  default -> answers.get(method.getName());
                }));
  }

  private static String header(Map<String, Object> answers, Object name) {
    return answers.get("header") instanceof Map<?, ?> headers
        ? (String) headers.get(((String) name).toLowerCase(Locale.ROOT))
        : null;
  }

  @ApplicationScoped
  @ClerkAuthenticationMechanismDefinition
  static class Definition {}

  @ApplicationScoped
  static class Greeter {

    @Inject private Auth auth;
    @Inject private ClerkBackend backend;

    Optional<String> name() {
      return backend.currentUser(auth).flatMap(User::fullName);
    }
  }

  @ApplicationScoped
  static class Office {

    @Inject private Clerk clerk;

    Optional<String> name() {
      return clerk.users().get(Person.ADA.id()).user().orElseThrow().firstName();
    }
  }

  @ApplicationScoped
  static class OwnOffice {

    static final Clerk CLERK = Clerk.builder().bearerAuth("sk_test_1").build();

    @Produces
    Clerk clerk() {
      return CLERK;
    }
  }

  /** What a server has and CDI alone hasn't. */
  @ApplicationScoped
  static class Server implements IdentityStoreHandler {

    private HttpServletRequest received;

    void receive(HttpServletRequest request) {
      received = request;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    @Produces
    @RequestScoped
    HttpServletRequest request() {
      return received;
    }
  }
}

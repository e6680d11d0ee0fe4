package io.github.clerkjakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jar as a server gets it. Servers bring their own Nimbus, Caffeine and Jackson; the jar's
 * copies have other names, and work under them.
 */
@DisplayName("The packaged jar")
class PackagedJarIT {

  private static final Path JAR = Path.of(System.getProperty("packaged.jar"));
  private static final String SHADED = "io.github.clerkjakarta.internal.shaded.";
  private static final String PUBLISHABLE_KEY =
      "pk_live_" + Base64.getEncoder().encodeToString("clerk.example.com$".getBytes(UTF_8));
  private static final List<String> NAMES_SERVERS_USE =
      List.of("com/nimbusds/", "com/github/benmanes/", "tools/jackson/", "org/htmlunit/");

  /** Holds the jar alone; sees Java and the Servlet API, as in a server that has nothing else. */
  private static URLClassLoader application;

  @BeforeAll
  static void open() throws IOException {
    URL servletApi = Servlet.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader server =
        new URLClassLoader(new URL[] {servletApi}, ClassLoader.getPlatformClassLoader());
    application = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, server);
  }

  @AfterAll
  static void close() throws IOException {
    application.close();
    ((URLClassLoader) application.getParent()).close();
  }

  @Test
  @DisplayName("holds classes below our package and nothing else that a server could load")
  void holdsOurNamesOnly() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(not(name -> name.endsWith("/"))))
          .allMatch(name -> name.startsWith("io/github/clerkjakarta/") || isMetadata(name));
      assertThat(jar.isMultiRelease()).isFalse();
    }
  }

  private static boolean isMetadata(String name) {
    return name.matches("META-INF/(MANIFEST\\.MF|NOTICE|LICENSE|[\\w-]+-LICENSE)")
        || name.startsWith("META-INF/licenses/")
        || name.startsWith("META-INF/services/jakarta.")
        || name.equals("META-INF/services/io.undertow.servlet.ServletExtension")
        || name.startsWith("META-INF/maven/io.github.clerk-jakarta/");
  }

  @Test
  @DisplayName("no class in it names a library as servers name it")
  void namesNoLibraryOfTheServer() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        assertThat(text(jar, entry.getName(), ISO_8859_1))
            .as(entry.getName())
            .doesNotContain(NAMES_SERVERS_USE);
      }
    }
  }

  @Test
  @DisplayName("the pom beside it asks for none of what is inside")
  void pomAsksForNothing() throws IOException {
    String pom = Files.readString(JAR.resolveSibling("../dependency-reduced-pom.xml").normalize());

    assertThat(pom)
        .contains("<artifactId>clerk-jakarta-filter</artifactId>")
        .doesNotContain("<artifactId>nimbus-jose-jwt</artifactId>")
        .doesNotContain("<artifactId>caffeine</artifactId>")
        .doesNotContain("<artifactId>jackson-core</artifactId>")
        .doesNotContain("<artifactId>htmlunit-csp</artifactId>")
        .doesNotContain("<scope>compile</scope>")
        .doesNotContain("<scope>runtime</scope>");
  }

  @Test
  @DisplayName("the licenses of what is inside travel with it")
  void licensesTravelWithIt() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(text(jar, "META-INF/LICENSE", UTF_8)).startsWith("MIT License");
      assertThat(text(jar, "META-INF/NOTICE", UTF_8))
          .containsSubsequence(
              "Nimbus JOSE + JWT", "Caffeine", "HtmlUnit - CSP", "# Jackson JSON processor");
      assertThat(text(jar, "META-INF/licenses/Apache-2.0.txt", UTF_8))
          .contains("Apache License", "Version 2.0");
      assertThat(jar.getEntry("META-INF/FastDoubleParser-LICENSE")).isNotNull();
      assertThat(jar.getEntry("META-INF/Schubfach-LICENSE")).isNotNull();
    }
  }

  @Test
  @DisplayName("the libraries come from the jar, and only under the new names")
  void librariesComeFromTheJar() throws ClassNotFoundException {
    assertThat(load("nimbus.jose.JWSHeader").getClassLoader()).isSameAs(application);
    assertThat(load("caffeine.cache.Caffeine").getClassLoader()).isSameAs(application);
    assertThat(load("jackson.core.JsonParser").getClassLoader()).isSameAs(application);
    assertThat(load("htmlunit.csp.Policy").getClassLoader()).isSameAs(application);
    assertThatThrownBy(() -> application.loadClass("com.nimbusds.jose.JWSHeader"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "expireAfter", "expireAfterAccess", "expireAfterWrite"})
  @DisplayName("Caffeine finds its generated classes for a bounded cache, however it expires")
  void caffeineWorks(String expiring) throws ReflectiveOperationException {
    Class<?> builderType = load("caffeine.cache.Caffeine");
    Object builder = builderType.getMethod("newBuilder").invoke(null);
    builderType.getMethod("maximumSize", long.class).invoke(builder, 10);
    if (expiring.equals("expireAfter")) {
      BiFunction<Object, Object, Duration> hour = (key, value) -> Duration.ofHours(1);
      Class<?> expiryType = load("caffeine.cache.Expiry");
      Object expiry = expiryType.getMethod("writing", BiFunction.class).invoke(null, hour);
      builderType.getMethod(expiring, expiryType).invoke(builder, expiry);
    } else if (!expiring.isEmpty()) {
      builderType.getMethod(expiring, Duration.class).invoke(builder, Duration.ofHours(1));
    }
    Object cache = builderType.getMethod("build").invoke(builder);

    Class<?> cacheType = load("caffeine.cache.Cache");
    cacheType.getMethod("put", Object.class, Object.class).invoke(cache, "key", "value");

    assertThat(cacheType.getMethod("getIfPresent", Object.class).invoke(cache, "key"))
        .isEqualTo("value");
  }

  @Test
  @DisplayName("an instance that nobody has asked yet costs none of the libraries' classes")
  void librariesWait() throws Exception {
    try (Watched own = new Watched(application)) {
      Class<?> optionsType = own.loadClass(ClerkOptions.class.getName());
      Object builder = optionsType.getMethod("builder").invoke(null);
      Class<?> builderType = builder.getClass();
      builderType.getMethod("publishableKey", String.class).invoke(builder, PUBLISHABLE_KEY);
      builderType.getMethod("secretKey", String.class).invoke(builder, "sk_live_packaged");
      Object options = builderType.getMethod("build").invoke(builder);
      for (Class<?> made : List.of(RequestAuthenticator.class, ClerkBackend.class)) {
        Class<?> type = own.loadClass(made.getName());
        Object opened = type.getMethod("create", optionsType).invoke(null, options);
        type.getMethod("close").invoke(opened);
      }
      // The type of what is made later is named in how it will be.
      assertThat(own.libraries()).isSubsetOf(SHADED + "caffeine.cache.Cache");
    }
  }

  @Test
  @DisplayName("Nimbus accepts a genuine RSA signature and refuses another's")
  void nimbusWorks() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair signer = generator.generateKeyPair();
    KeyPair other = generator.generateKeyPair();
    byte[] input = "header.claims".getBytes(UTF_8);
    byte[] signature = signed(input, signer);

    assertThat(nimbusAccepts(input, signature, (RSAPublicKey) signer.getPublic())).isTrue();
    assertThat(nimbusAccepts(input, signature, (RSAPublicKey) other.getPublic())).isFalse();
  }

  @Test
  @DisplayName("Jackson reads a document with text and numbers")
  void jacksonWorks() throws ReflectiveOperationException {
    Object factory = load("jackson.core.json.JsonFactory").getConstructor().newInstance();
    Class<?> contextType = load("jackson.core.ObjectReadContext");
    Object context = contextType.getMethod("empty").invoke(null);
    Object parser =
        load("jackson.core.TokenStreamFactory")
            .getMethod("createParser", contextType, String.class)
            .invoke(factory, context, "[\"text\", 1.5e3]");
    Class<?> parserType = load("jackson.core.JsonParser");
    Method next = parserType.getMethod("nextToken");

    next.invoke(parser);
    next.invoke(parser);
    assertThat(parserType.getMethod("getString").invoke(parser)).isEqualTo("text");
    next.invoke(parser);
    assertThat(parserType.getMethod("getDoubleValue").invoke(parser)).isEqualTo(1500.0);
  }

  private static boolean nimbusAccepts(byte[] input, byte[] signature, RSAPublicKey key)
      throws ReflectiveOperationException {
    Object verifier =
        load("nimbus.jose.crypto.RSASSAVerifier")
            .getConstructor(RSAPublicKey.class)
            .newInstance(key);
    Class<?> headerType = load("nimbus.jose.JWSHeader");
    Class<?> algorithmType = load("nimbus.jose.JWSAlgorithm");
    Class<?> base64Type = load("nimbus.jose.util.Base64URL");
    return (boolean)
        load("nimbus.jose.JWSVerifier")
            .getMethod("verify", headerType, byte[].class, base64Type)
            .invoke(
                verifier,
                headerType
                    .getConstructor(algorithmType)
                    .newInstance(algorithmType.getField("RS256").get(null)),
                input,
                base64Type.getMethod("encode", byte[].class).invoke(null, signature));
  }

  private static byte[] signed(byte[] input, KeyPair keys) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(input);
    return signature.sign();
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return application.loadClass(SHADED + name);
  }

  private static String text(JarFile jar, String name, Charset charset) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), charset);
    }
  }

  /** Another application with the jar, which tells what it has loaded. */
  private static final class Watched extends URLClassLoader {

    private final List<String> loaded = new ArrayList<>();

    Watched(URLClassLoader like) {
      super(like.getURLs(), like.getParent());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }

    List<String> libraries() {
      return loaded.stream().filter(name -> name.startsWith(SHADED)).toList();
    }
  }
}

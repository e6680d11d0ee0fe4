package io.github.clerkjakarta.testkit.example;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;

/** Stands for the reader's application: POST /invoices needs org:invoices:create. */
final class Application implements AutoCloseable {

  private final Map<String, String> environment;
  private final HttpServer server;

  private Application(Map<String, String> environment) throws IOException {
    this.environment = environment;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/invoices", this::createInvoice);
    server.start();
  }

  static Application start(Map<String, String> environment) {
    try {
      return new Application(environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void createInvoice(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status(token(exchange)), -1);
    }
  }

  private static String token(HttpExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return authorization != null
        ? authorization.substring("Bearer ".length())
        : Arrays.stream(exchange.getRequestHeaders().getFirst("Cookie").split("; ", -1))
            .filter(cookie -> cookie.startsWith("__session="))
            .findFirst()
            .orElseThrow()
            .substring("__session=".length());
  }

  private int status(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      JWKSet keys = JWKSet.parse(fetchKeys());
      boolean valid =
          jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey()));
      if (!valid || claims.getExpirationTime().before(new Date())) {
        return 401;
      }
      Map<String, Object> organization = claims.getJSONObjectClaim("o");
      return String.valueOf(organization.get("per")).contains("create") ? 201 : 403;
    } catch (Exception e) {
      return 500;
    }
  }

  private String fetchKeys() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(environment.get("CLERK_API_URL") + "/v1/jwks"))
            .header("Authorization", "Bearer " + environment.get("CLERK_SECRET_KEY"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}

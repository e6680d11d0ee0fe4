package io.github.clerkjakarta.security.server.configured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** What the definition of this application asks for in expressions. */
@Named
@ApplicationScoped
public class Keys {

  private final Properties file = new Properties();

  /** Reads the file that says what this test's Clerk is. */
  public Keys() {
    try (InputStream in = Keys.class.getResourceAsStream("/keys.properties")) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String getPublishable() {
    return file.getProperty("publishable");
  }

  public String getSecret() {
    return file.getProperty("secret");
  }

  public String getPem() {
    return file.getProperty("pem");
  }

  public String getApi() {
    return file.getProperty("api");
  }

  public String getPages() {
    return "https://accounts.example";
  }

  public String[] getParties() {
    return new String[] {"https://invoices.example", file.getProperty("party")};
  }

  public List<String> getRules() {
    return List.of("/roles/guarded = role org:admin", "/** = public");
  }

  public List<String> getClaims() {
    return List.of("department", "division");
  }

  public List<String> getRoles() {
    return List.of("ADMIN=org:admin", "CLERK=org:nothing,org:invoices:create");
  }

  public int getRefusal() {
    return 404;
  }
}

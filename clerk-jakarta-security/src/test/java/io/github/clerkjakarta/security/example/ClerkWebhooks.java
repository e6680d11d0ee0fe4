package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.webhook.WebhookEvent;
import io.github.clerkjakarta.webhook.WebhookServlet;
import io.github.clerkjakarta.webhook.WebhookVerificationException;
import io.github.clerkjakarta.webhook.WebhookVerifier;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The code of docs/webhooks.md. */
public final class ClerkWebhooks {

  private ClerkWebhooks() {}

  @WebServlet("/webhooks/clerk")
  public static class Webhooks extends WebhookServlet {

    @Override
    protected void onEvent(WebhookEvent event) throws SQLException {
      switch (event.type()) {
        case "user.created", "user.updated" -> save(event);
        case "user.deleted" -> delete(event.dataId().orElseThrow());
        default -> {}
      }
    }

    private void save(WebhookEvent event) throws SQLException {
      try (Connection connection = users().getConnection();
          PreparedStatement insert =
              connection.prepareStatement("insert into users (id, first_name) values (?, ?)")) {
        insert.setString(1, event.dataId().orElseThrow());
        insert.setString(2, (String) event.data().get("first_name"));
        insert.executeUpdate();
      }
    }

    private void delete(String id) throws SQLException {
      try (Connection connection = users().getConnection();
          PreparedStatement delete =
              connection.prepareStatement("delete from users where id = ?")) {
        delete.setString(1, id);
        delete.executeUpdate();
      }
    }

    private static DataSource users() {
      throw new IllegalStateException("The application has one.");
    }
  }

  static WebhookEvent elsewhere(WebhookVerifier verifier, HttpServletRequest request)
      throws IOException, WebhookVerificationException {
    byte[] body = request.getInputStream().readAllBytes();
    WebhookEvent event = verifier.verify(body, request::getHeader);
    return event;
  }
}

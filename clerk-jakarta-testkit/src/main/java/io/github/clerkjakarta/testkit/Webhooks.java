package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sends webhooks as Clerk does, signed by the scheme of Standard Webhooks, and again where an
 * application doesn't answer with 2xx. Safe for use by several threads.
 */
final class Webhooks implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int LATEST = 25;

  private final String secret;
  private final @Nullable String endpointAtStart;
  private final Supplier<Instant> now;
  private final Deque<Delivery> deliveries = new ArrayDeque<>();
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "LocalClerk-webhooks");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable String endpoint;

  Webhooks(String secret, @Nullable String endpoint, Supplier<Instant> now) {
    this.secret = secret;
    this.endpointAtStart = endpoint;
    this.endpoint = endpoint;
    this.now = now;
  }

  /**
   * One attempt to deliver a message.
   *
   * @param status what the application answered; 0 where it didn't
   */
  record Delivery(String type, String id, int status) {}

  void sendTo(@Nullable String newEndpoint) {
    endpoint = newEndpoint;
  }

  Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** The latest attempts, the last one first. */
  List<Delivery> deliveries() {
    synchronized (deliveries) {
      return List.copyOf(deliveries);
    }
  }

  void reset() {
    endpoint = endpointAtStart;
    synchronized (deliveries) {
      deliveries.clear();
    }
  }

  /** Sends an event later, in the order of announcements, where it is to go anywhere. */
  void announce(String type, Map<String, ?> data) {
    String to = endpoint;
    if (to != null) {
      Message message = message(type, data);
      try {
        sender.execute(() -> deliverInTheEnd(to, message));
      } catch (RejectedExecutionException closed) {
        // nobody waits for it any more
      }
    }
  }

  /**
   * Sends an event now, once.
   *
   * @return what the application answered
   * @throws UncheckedIOException if nobody answers
   */
  int send(String type, Map<String, ?> data) {
    String to =
        endpoint()
            .orElseThrow(
                () -> new IllegalStateException("say where webhooks go, with sendWebhooksTo(url)"));
    return deliver(to, message(type, data));
  }

  @Override
  public void close() {
    sender.shutdownNow();
    try {
      sender.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliverInTheEnd(String to, Message message) {
    try {
      for (int attempt = 1; attempt <= MOST_ATTEMPTS && to.equals(endpoint); attempt++) {
        if (delivered(to, message)) {
          return;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean delivered(String to, Message message) {
    try {
      int status = deliver(to, message);
      return status >= 200 && status < 300;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private int deliver(String to, Message message) {
    int status = 0;
    try {
      status = post(to, message);
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException("nobody answers at " + to, e);
    } finally {
      synchronized (deliveries) {
        deliveries.addFirst(new Delivery(message.type(), message.id(), status));
        if (deliveries.size() > LATEST) {
          deliveries.removeLast();
        }
      }
    }
  }

  private int post(String to, Message message) throws IOException {
    byte[] body = message.json().getBytes(StandardCharsets.UTF_8);
    long seconds = now.get().getEpochSecond();
    HttpURLConnection connection = (HttpURLConnection) URI.create(to).toURL().openConnection();
    try {
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setFixedLengthStreamingMode(body.length);
      connection.setRequestProperty("Connection", "close");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setRequestProperty("User-Agent", "Svix-Webhooks/LocalClerk");
      connection.setRequestProperty("svix-id", message.id());
      connection.setRequestProperty("svix-timestamp", Long.toString(seconds));
      connection.setRequestProperty("svix-signature", "v1," + signature(message, seconds));
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  private Message message(String type, Map<String, ?> data) {
    return new Message(
        RandomIds.withPrefix("msg_"),
        type,
        Json.write(
            Json.members(
                "object",
                "event",
                "type",
                type,
                "data",
                data,
                "event_attributes",
                Json.members(
                    "http_request",
                    Json.members("client_ip", "127.0.0.1", "user_agent", "LocalClerk")),
                "timestamp",
                now.get().toEpochMilli(),
                "instance_id",
                "ins_local")));
  }

  private String signature(Message message, long seconds) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed = message.id() + "." + seconds + "." + message.json();
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
    }
  }

  private record Message(String id, String type, String json) {}
}

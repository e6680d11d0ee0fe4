package io.github.clerkjakarta.security;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.Auth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What stores are shown of a caller")
class ClerkCredentialTest {

  private static final Callers CALLERS = new Callers();

  @AfterAll
  static void close() {
    CALLERS.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"session", "machine", "nobody"})
  @DisplayName("S12 can't be stored, neither Auth nor the credential, and shows no token")
  void notStored(String who) {
    String token = token(who);
    Auth auth = CALLERS.of(token);
    ClerkCredential credential = new ClerkCredential(auth);

    assertThatThrownBy(() -> store(auth)).isInstanceOf(NotSerializableException.class);
    assertThatThrownBy(() -> store(credential)).isInstanceOf(NotSerializableException.class);
    assertThat(auth.toString() + credential + auth.claims()).doesNotContain(token);
  }

  private static String token(String who) {
    return switch (who) {
      case "session" -> CALLERS.clerk().sessionToken(ADA);
      case "machine" -> CALLERS.clerk().apiKey(ADA).token();
      default -> CALLERS.clerk().session(ADA).tokenBuilder().expired().token();
    };
  }

  private static void store(Object value) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(value);
    }
  }
}

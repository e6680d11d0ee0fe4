package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The name of a claim")
class ClaimNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email                     | {\"email\":\"ada@example.com\"}                |"
            + " ada@example.com",
        "metadata.role             | {\"metadata\":{\"role\":\"admin\"}}            | admin",
        "a.b.c                     | {\"a\":{\"b\":{\"c\":7}}}                      | 7",
        "metadata.role             | {\"metadata.role\":1,\"metadata\":{\"role\":2}} | 1",
        "https://app.example/role  | {\"https://app.example/role\":true}            | true",
        "https://app.example/x.y   | {\"https://app.example/x\":{\"y\":1.5}}        | 1.5",
        "a.b.c                     | {\"a.b\":{\"c\":1},\"a\":{\"b.c\":2}}          | 1",
        "a.b.c                     | {\"a\":{\"b.c\":2,\"b\":{\"c\":3}}}            | 2",
      })
  @DisplayName("S20 leads through dots, and a name that has dots of its own goes before")
  void dots(String name, String claims, String value) {
    assertThat(in(name, claims)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata.role | {}",
        "metadata.role | {\"metadata\":null}",
        "metadata.role | {\"metadata\":\"role\"}",
        "metadata.role | {\"metadata\":[\"role\",\"admin\"]}",
        "metadata.role | {\"metadata\":[{\"role\":\"admin\"}]}",
        "metadata.role | {\"metadata\":{\"Role\":\"admin\"}}",
        "metadata.role | {\"metadata\":{\"role\":null}}",
        "metadata.role | {\"metadata\":{\"role\":{\"admin\":true}}}",
        "metadata.role | {\"metadata\":{\"role\":\"\"}}",
        "metadata.role | {\"metadata\":{\"role\":[]}}",
        "metadata.role | {\"metadata.role\":null,\"metadata\":{\"role\":\"admin\"}}",
        "a.b.c         | {\"a.b\":\"x\",\"a\":{\"b\":{\"c\":\"admin\"}}}",
        "role          | {\"metadata\":{\"role\":\"admin\"}}",
      })
  @DisplayName("S20 stands for nothing where the claim isn't there, or is no value")
  void nothing(String name, String claims) {
    assertThat(in(name, claims)).isEmpty();
  }

  @Test
  @DisplayName("S20 a list has the texts, numbers and booleans in it, and nothing else of it")
  void list() {
    assertThat(in("x", "{\"x\":[\"a\",1,true,null,[\"b\"],{\"c\":\"d\"},\"\",-2.5]}"))
        .containsExactly("a", "1", "true", "-2.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "metadata.",
        ".role",
        "a..b",
        " ",
        "meta data",
        "a\tb",
        "a\u00a0b",
        "a\u0000"
      })
  @DisplayName("S20 that no claim can have is refused")
  void refused(String name) {
    assertThatThrownBy(() -> ClaimName.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A claim is named as in email or metadata.role, and ");
  }

  @Test
  @DisplayName("is a value")
  void value() {
    assertThat(ClaimName.of("a.b"))
        .isEqualTo(ClaimName.of("a.b"))
        .hasSameHashCodeAs(ClaimName.of("a.b"))
        .isNotEqualTo(ClaimName.of("a.c"))
        .hasToString("a.b");
  }

  private static List<String> in(String name, String claims) {
    return ClaimName.of(name).textsIn(read(claims));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String json) {
    try {
      return (Map<String, Object>) JsonValues.read(json);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }
}

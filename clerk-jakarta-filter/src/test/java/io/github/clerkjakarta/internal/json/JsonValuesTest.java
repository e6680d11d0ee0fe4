package io.github.clerkjakarta.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of JSON, and in which encodings. */
class JsonValuesTest {

  @ParameterizedTest
  @DisplayName("an object is a map like any other, with its members in order, few or many")
  @ValueSource(ints = {0, 1, 2, 31, 32, 33, 500})
  void objectsAreMaps(int size) throws Exception {
    Map<String, Object> expected = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      expected.put("name" + (size - i), i % 3 == 0 ? null : (Object) (long) i);
    }
    Map<?, ?> read = object(JsonValues.write(expected));
    assertThat(read.equals(expected)).isTrue();
    assertThat(expected.equals(read)).isTrue();
    assertThat(read.hashCode()).isEqualTo(expected.hashCode());
    assertThat(read.toString()).isEqualTo(expected.toString());
    assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(expected.keySet()));
    assertThat(read.size()).isEqualTo(size);
    expected.forEach((name, value) -> assertThat(read.get(name)).isEqualTo(value));
    expected.keySet().forEach(name -> assertThat(read.containsKey(name)).isTrue());
    assertThat(read.containsKey("name")).isFalse();
    assertThat(read.containsKey(null)).isFalse();
    assertThat(read.containsKey(1L)).isFalse();
    assertThat(read.get("name")).isNull();
    assertThat(read.get(null)).isNull();
    assertThat(JsonValues.write(read)).isEqualTo(JsonValues.write(expected));
  }

  @Test
  @DisplayName("of a repeated member the last value counts, in the place of the first")
  void repeatedMembers() throws Exception {
    Map<?, ?> read = object("{\"a\":1,\"b\":2,\"a\":null}");
    assertThat(read.toString()).isEqualTo("{a=null, b=2}");
    assertThat(read.containsKey("a")).isTrue();
  }

  @Test
  @DisplayName("nothing that was read can be changed, at any depth")
  void unmodifiable() throws Exception {
    Map<?, ?> read = object("{\"a\":[1,null],\"b\":{\"c\":1}}");
    assertThatThrownBy(() -> read.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(read::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.entrySet().iterator().next().setValue(null))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.keySet().remove("a"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) read.get("a")).remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((Map<?, ?>) read.get("b")).remove("c"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(read.get("a")).isEqualTo(Arrays.asList(1L, null));
    assertThatThrownBy(object("{}").entrySet().iterator()::next)
        .isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @DisplayName("J30 bytes in UTF-16 or UTF-32 are no JSON, with or without a byte order mark")
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void otherEncodings(String charset) {
    for (String text : new String[] {"{}", "{\"a\":1}", "[1]", "1", "\"a\"", "null"}) {
      for (String mark : new String[] {"", "\ufeff"}) {
        byte[] bytes = (mark + text).getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> JsonValues.read(bytes)).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> JsonValues.readReplacing(bytes))
            .isInstanceOf(JsonSyntaxException.class);
      }
    }
  }

  @Test
  @DisplayName("J30 one byte order mark of UTF-8 is skipped, and no more")
  void byteOrderMark() throws Exception {
    assertThat(JsonValues.read(utf8("\ufeff[1]"))).isEqualTo(List.of(1L));
    assertThat(JsonValues.readReplacing(utf8("\ufeff[1]"))).isEqualTo(List.of(1L));
    for (String text : new String[] {"\ufeff", "\ufeff\ufeff[1]", "[\ufeff1]", "[1]\ufeff"}) {
      assertThatThrownBy(() -> JsonValues.read(utf8(text))).isInstanceOf(JsonSyntaxException.class);
      assertThatThrownBy(() -> JsonValues.readReplacing(utf8(text)))
          .isInstanceOf(JsonSyntaxException.class);
    }
  }

  @Test
  @DisplayName("bytes that aren't UTF-8 are refused, or replaced for whoever reads as browsers do")
  void replacement() throws Exception {
    byte[] bytes = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '"', (byte) 0xff, '"'};
    assertThatThrownBy(() -> JsonValues.read(bytes)).isInstanceOf(JsonSyntaxException.class);
    assertThat(JsonValues.readReplacing(bytes)).isEqualTo("\ufffd");
  }

  private static Map<?, ?> object(String text) throws JsonSyntaxException {
    return (Map<?, ?>) JsonValues.read(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.github.clerkjakarta.internal.json;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) into plain values: {@code String}, {@code Long}, {@code BigInteger}, {@code
 * Double}, {@code Boolean}, {@code null}, unmodifiable {@code List} and {@code Map}. Of a repeated
 * member the last counts, as in JavaScript.
 */
public final class JsonValues {

  private static final int MAX_DEPTH = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(400)
                  .build())
          // else UTF-16 and UTF-32 would be read as well
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .build();

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private JsonValues() {}

  /**
   * The value that these UTF-8 bytes spell, behind a byte order mark or without one. Bytes in any
   * other encoding are refused.
   *
   * @throws JsonSyntaxException when they aren't exactly one JSON value
   */
  public static @Nullable Object read(byte[] utf8) throws JsonSyntaxException {
    int start = startOf(utf8);
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), utf8, start, utf8.length - start)) {
      return readWhole(parser);
    } catch (JacksonException e) {
      throw new JsonSyntaxException("This is not JSON", null);
    }
  }

  /**
   * The same as {@link #read(byte[])}, but bytes that aren't UTF-8 count as the replacement
   * character: the <em>UTF-8 decode</em> of the Encoding standard, by which browsers read.
   *
   * @throws JsonSyntaxException when they aren't exactly one JSON value
   */
  public static @Nullable Object readReplacing(byte[] bytes) throws JsonSyntaxException {
    try {
      return read(bytes);
    } catch (JsonSyntaxException e) {
      int start = startOf(bytes);
      return read(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    }
  }

  /**
   * The value that this text spells.
   *
   * @throws JsonSyntaxException when it isn't exactly one JSON value
   */
  public static @Nullable Object read(String text) throws JsonSyntaxException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return readWhole(parser);
    } catch (JacksonException e) {
      throw new JsonSyntaxException("This is not JSON", null);
    }
  }

  /** The text of a value that {@link #read} could have returned, without white space. */
  public static String write(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      writeValue(generator, value);
    }
    return text.toString();
  }

  private static int startOf(byte[] utf8) {
    int length = BYTE_ORDER_MARK.length;
    return utf8.length >= length && Arrays.equals(utf8, 0, length, BYTE_ORDER_MARK, 0, length)
        ? length
        : 0;
  }

  private static @Nullable Object readWhole(JsonParser parser) throws JsonSyntaxException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new JsonSyntaxException("There is nothing to read", null);
    }
    Object value = readValue(parser, first);
    if (parser.nextToken() != null) {
      throw new JsonSyntaxException("Something follows the value", null);
    }
    return value;
  }

  private static @Nullable Object readValue(JsonParser parser, JsonToken token)
      throws JsonSyntaxException {
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> readInteger(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonSyntaxException("Unexpected " + token, null);
    };
  }

  private static Map<String, @Nullable Object> readObject(JsonParser parser)
      throws JsonSyntaxException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      members.put(name, readValue(parser, parser.nextToken()));
    }
    return JsonObject.of(members);
  }

  private static List<@Nullable Object> readArray(JsonParser parser) throws JsonSyntaxException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(readValue(parser, token));
    }
    return elements.stream().toList();
  }

  private static Object readInteger(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getBigIntegerValue();
    };
  }

  private static void writeValue(JsonGenerator generator, @Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      generator.writeStartObject();
      members.forEach(
          (name, member) -> {
            generator.writeName(String.valueOf(name));
            writeValue(generator, member);
          });
      generator.writeEndObject();
    } else if (value instanceof Iterable<?> elements) {
      generator.writeStartArray();
      elements.forEach(element -> writeValue(generator, element));
      generator.writeEndArray();
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof BigInteger number) {
      generator.writeNumber(number);
    } else if (value instanceof Double number) {
      writeDouble(generator, number);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.longValue());
    } else if (value == null) {
      generator.writeNull();
    } else {
      generator.writeString(value.toString());
    }
  }

  /** As JavaScript prints it: a whole number has no fraction. */
  private static void writeDouble(JsonGenerator generator, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      generator.writeNumber((long) number);
    } else {
      generator.writeNumber(number);
    }
  }
}

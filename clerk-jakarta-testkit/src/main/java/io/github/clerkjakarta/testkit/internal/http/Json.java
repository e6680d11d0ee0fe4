package io.github.clerkjakarta.testkit.internal.http;

import java.io.StringWriter;
import java.util.ArrayList;
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
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Writes plain values as JSON, and reads of it what the APIs are asked with. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  public static String write(@Nullable Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(json, value);
    }
    return out.toString();
  }

  /** An object of these members, in this order: a name, its value, the next name, and so on. */
  public static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return members;
  }

  /** The members of a JSON object that was read. */
  public static Map<String, @Nullable Object> members(Map<?, ?> object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    object.forEach((name, member) -> members.put(String.valueOf(name), member));
    return members;
  }

  /**
   * One object merged into another, member by member and as deep as both are objects; a null takes
   * the member away. So Clerk updates metadata.
   */
  public static Map<String, @Nullable Object> merged(
      Map<String, ? extends @Nullable Object> before,
      Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(before);
    more.forEach(
        (name, member) -> {
          if (member == null) {
            merged.remove(name);
          } else if (member instanceof Map<?, ?> added
              && merged.get(name) instanceof Map<?, ?> known) {
            merged.put(name, merged(members(known), members(added)));
          } else {
            merged.put(name, member);
          }
        });
    return merged;
  }

  /** The texts in an object, by name; whatever else is in it, or isn't JSON, is left out. */
  public static Map<String, String> texts(byte[] utf8) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getString());
          } else {
            parser.skipChildren();
          }
        }
      }
      return texts;
    } catch (JacksonException e) {
      return Map.of();
    }
  }

  /**
   * Reads any JSON: maps, lists, strings, booleans, numbers and null.
   *
   * @throws IllegalArgumentException if the text isn't JSON
   */
  public static @Nullable Object read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("something follows the JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          e.getOriginalMessage() + " in line " + line(e.getLocation()), e);
    }
  }

  /** The members of the JSON object in a text; none where the text is something else. */
  public static Map<String, @Nullable Object> object(String text) {
    try {
      return read(text) instanceof Map<?, ?> object ? members(object) : Map.of();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static int line(@Nullable TokenStreamLocation location) {
    return location == null ? 1 : location.getLineNr();
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("no JSON value");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("no JSON value");
    };
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      object.forEach(
          (name, member) -> {
            json.writeName(String.valueOf(name));
            write(json, member);
          });
      json.writeEndObject();
    } else if (value instanceof Iterable<?> array) {
      json.writeStartArray();
      array.forEach(element -> write(json, element));
      json.writeEndArray();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
    }
  }
}

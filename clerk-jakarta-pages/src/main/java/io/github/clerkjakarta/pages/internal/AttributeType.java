package io.github.clerkjakarta.pages.internal;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may stand in an attribute of a tag, and what ClerkJS gets of it. */
enum AttributeType {
  /** Any text. */
  TEXT("a text") {
    @Override
    @Nullable Object read(Object value) {
      return value.toString();
    }
  },
  /** An address that browsers may be sent to: never one that runs a script. */
  URL("an https:// or http:// address or a path") {
    @Override
    @Nullable Object read(Object value) {
      return isPage(value.toString()) ? value.toString() : null;
    }
  },
  /** On or off. */
  FLAG("true or false") {
    @Override
    @Nullable Object read(Object value) {
      return switch (value.toString()) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
  },
  /** A whole number. */
  NUMBER("a whole number") {
    @Override
    @Nullable Object read(Object value) {
      try {
        return Long.valueOf(value.toString());
      } catch (NumberFormatException e) {
        return null;
      }
    }
  },
  /** A JSON object or array, as text or as a map or collection; addresses in it are as above. */
  JSON("JSON, in which addresses are https://, http:// or paths") {
    @Override
    @Nullable Object read(Object value) {
      Object parsed = value instanceof String text ? parse(text) : value;
      boolean structured = parsed instanceof Map || parsed instanceof Collection;
      return structured && addressesArePages(parsed) ? parsed : null;
    }
  };

  private static final WebUrl SOMEWHERE =
      Objects.requireNonNull(WebUrl.parse("https://page.invalid/"));

  private final String form;

  AttributeType(String form) {
    this.form = form;
  }

  /** What ClerkJS gets; null for a value that can't stand here. */
  abstract @Nullable Object read(Object value);

  /**
   * What ClerkJS gets.
   *
   * @throws IllegalArgumentException when the value can't stand here; the message doesn't show it
   */
  final Object value(String attribute, Object value) {
    Object read = read(value);
    if (read == null) {
      throw new IllegalArgumentException("'" + attribute + "' must be " + form + ".");
    }
    return read;
  }

  private static @Nullable Object parse(String text) {
    try {
      return JsonValues.read(text);
    } catch (JsonSyntaxException e) {
      return null;
    }
  }

  /** As a browser reads it, which leaves out white space and control characters. */
  private static boolean isPage(String address) {
    WebUrl url = WebUrl.parse(address, SOMEWHERE);
    return url != null && (url.scheme().equals("https") || url.scheme().equals("http"));
  }

  private static boolean addressesArePages(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .allMatch(member -> mayBe(String.valueOf(member.getKey()), member.getValue()));
    }
    return !(value instanceof Collection<?> elements)
        || elements.stream().allMatch(AttributeType::addressesArePages);
  }

  private static boolean mayBe(String member, @Nullable Object value) {
    if (value instanceof String text) {
      return !namesAddress(member) || isPage(text);
    }
    return addressesArePages(value);
  }

  private static boolean namesAddress(String member) {
    String name = member.toLowerCase(Locale.ROOT);
    return name.endsWith("url") || name.endsWith("href");
  }
}

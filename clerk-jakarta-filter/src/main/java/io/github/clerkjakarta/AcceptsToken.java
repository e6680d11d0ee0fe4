package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.SettingText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which kinds of token a request may carry; Clerk's option {@code acceptsToken}. The default is a
 * session token alone.
 *
 * @see <a href="https://clerk.com/docs/reference/backend/authenticate-request">Clerk:
 *     authenticateRequest()</a>
 */
public sealed interface AcceptsToken {

  /** Session tokens alone. */
  AcceptsToken SESSION_TOKEN = new Only(TokenType.SESSION_TOKEN);

  /** Every kind of token. */
  AcceptsToken ANY = new Any();

  /** Exactly this kind: a request that carries another is signed out as a request of this kind. */
  static AcceptsToken only(TokenType type) {
    return new Only(type);
  }

  /** Any of these kinds: a request that carries another has no token type at all. */
  static AcceptsToken anyOf(TokenType... types) {
    return new AnyOf(Set.copyOf(List.of(types)));
  }

  /**
   * What a text names, as in settings: {@code any}, or kinds with commas between them, such as
   * {@code api_key,oauth_token}.
   *
   * @throws IllegalArgumentException when it names no kind, or one that there isn't
   */
  static AcceptsToken parse(String text) {
    String kinds = text.strip();
    if (kinds.equalsIgnoreCase("any")) {
      return ANY;
    }
    TokenType[] types =
        SettingText.list(kinds).stream()
            .map(name -> TokenType.of(name.toLowerCase(Locale.ROOT)))
            .distinct()
            .toArray(TokenType[]::new);
    return switch (types.length) {
      case 0 -> throw new IllegalArgumentException("No token type");
      case 1 -> only(types[0]);
      default -> anyOf(types);
    };
  }

  /** Whether a token of this kind is accepted. */
  boolean accepts(TokenType type);

  /** One kind of token. */
  record Only(TokenType type) implements AcceptsToken {
    @Override
    public boolean accepts(TokenType type) {
      return this.type == type;
    }
  }

  /** A list of kinds. */
  record AnyOf(Set<TokenType> types) implements AcceptsToken {
    /** Keeps an immutable copy. */
    public AnyOf {
      types = Set.copyOf(types);
    }

    @Override
    public boolean accepts(TokenType type) {
      return types.contains(type);
    }
  }

  /** Every kind. */
  record Any() implements AcceptsToken {
    @Override
    public boolean accepts(TokenType type) {
      return true;
    }
  }
}

package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.RequestState.SignedIn;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.backend.MachineTokenRefused;
import io.github.clerkjakarta.internal.backend.MachineTokens;
import io.github.clerkjakarta.internal.token.Jwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine token in the {@code Authorization} header: an API key, an M2M token or an OAuth token.
 * A JWT is verified here; anything else only the Backend API knows.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/overview">Clerk: machine
 *     authentication</a>
 */
final class MachineDecision {

  private final MachineTokens opaqueTokens;

  MachineDecision(MachineTokens opaqueTokens) {
    this.opaqueTokens = opaqueTokens;
  }

  /** The kind of a token, by its prefix or, for a JWT, by type and subject. */
  static TokenType typeOf(ReceivedToken token) {
    String text = token.text();
    Jwt jwt = token.jwtIfDecodable();
    if (text.startsWith("mt_") || (jwt != null && jwt.isM2mToken())) {
      return TokenType.M2M_TOKEN;
    }
    if (text.startsWith("oat_") || (jwt != null && jwt.isOAuthToken())) {
      return TokenType.OAUTH_TOKEN;
    }
    return text.startsWith("ak_") ? TokenType.API_KEY : TokenType.SESSION_TOKEN;
  }

  /** Decides where one kind of machine token is accepted; cookies never carry one. */
  RequestState decide(RequestContext context, @Nullable ReceivedToken token, TokenType asked) {
    if (token == null) {
      return States.signedOut(context, asked, "No token in header", "");
    }
    return typeOf(token) == asked
        ? verify(context, token, asked)
        : States.signedOut(context, asked, AuthReason.TOKEN_TYPE_MISMATCH, "");
  }

  /** Decides by a token of an accepted kind. */
  RequestState verify(RequestContext context, ReceivedToken token, TokenType type) {
    try {
      Auth auth =
          token.isOpaque()
              ? opaqueTokens.verify(token.text(), type, context.rules())
              : MachineJwt.verify(context, token, type);
      return new SignedIn(
          token.text(), type, auth, auth, Map.of(), context.settings(), context.request());
    } catch (MachineTokenRefused refused) {
      return States.signedOut(context, type, refused.code(), refused.fullMessage());
    }
  }
}

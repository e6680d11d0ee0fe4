package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.backend.MachineTokenRefused;
import io.github.clerkjakarta.internal.backend.MachineTokens;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.request.BearerToken;
import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.Lazy;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A machine token in the {@code Authorization} header: an API key, an M2M token or an OAuth token.
 * A JWT is verified here; anything else only the Backend API knows.
 *
 * @see <a href="https://clerk.com/docs/guides/development/machine-auth/overview">Clerk: machine
 *     authentication</a>
 */
final class MachineDecision {

  /** What Clerk takes for a JWT, whatever it begins with: nobody is asked about it. */
  private static final Pattern JWT_FORM =
      Pattern.compile("[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]+");

  private final Lazy<MachineTokens> opaqueTokens;

  MachineDecision(Lazy<MachineTokens> opaqueTokens) {
    this.opaqueTokens = opaqueTokens;
  }

  /** The kind of a token, by its prefix or, for a JWT, by type and subject. */
  static TokenType typeOf(ReceivedToken token) {
    return BearerToken.opaqueType(token.text()).orElseGet(() -> typeOfJwt(token));
  }

  private static TokenType typeOfJwt(ReceivedToken token) {
    DecodedJwt jwt = token.jwtIfDecodable();
    if (jwt != null && jwt.isM2mToken()) {
      return TokenType.M2M_TOKEN;
    }
    return jwt != null && jwt.isOAuthToken() ? TokenType.OAUTH_TOKEN : TokenType.SESSION_TOKEN;
  }

  /** Decides where one kind of machine token is accepted; cookies never carry one. */
  RequestState decide(RequestContext context, @Nullable ReceivedToken token, TokenType asked) {
    if (token == null) {
      return States.signedOut(context, asked, Reason.NO_TOKEN_IN_HEADER, "");
    }
    return typeOf(token) == asked
        ? verify(context, token, asked)
        : States.signedOut(context, asked, Reason.TOKEN_TYPE_MISMATCH, "");
  }

  /** Decides by a token of an accepted kind. */
  RequestState verify(RequestContext context, ReceivedToken token, TokenType type) {
    if (token.isOpaque() && JWT_FORM.matcher(token.text()).matches()) {
      return States.signedOut(
          context, TokenType.M2M_TOKEN, Reason.TOKEN_INVALID, "Invalid JWT form.");
    }
    try {
      Auth auth =
          token.isOpaque()
              ? opaqueTokens.get().verify(token.text(), type, context.rules())
              : MachineJwt.verify(context, token, type);
      return States.signedIn(context, auth, token.text());
    } catch (MachineTokenRefused refused) {
      return States.signedOut(context, type, refused.reason(), refused.fullMessage());
    }
  }
}

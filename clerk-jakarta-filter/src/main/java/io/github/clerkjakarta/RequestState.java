package io.github.clerkjakarta;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was decided about a request. A value; what the response has to do about it is in {@link
 * #headers}.
 *
 * @see <a href="https://clerk.com/docs/reference/backend/authenticate-request">Clerk:
 *     authenticateRequest()</a>
 */
public sealed interface RequestState {

  /** Clerk's name of the state: {@code signed-in}, {@code signed-out} or {@code handshake}. */
  String status();

  /** Why the caller isn't signed in, by Clerk's reason codes; empty for a signed-in request. */
  Optional<String> reason();

  /** What is behind the reason, in words; empty for a signed-in request. */
  Optional<String> message();

  /** The kind of token that was accepted or asked for; empty when none of several fits. */
  Optional<TokenType> tokenType();

  /**
   * The headers that the response needs, in order: lower-case name to values. A {@code location}
   * among them means that the response is a 307 redirect and that nothing else happens.
   */
  Map<String, List<String>> headers();

  /** The options that the request was judged by. */
  RequestSettings settings();

  /** The request that was judged. It answers for as long as the request is served. */
  ClerkRequest request();

  /**
   * The URL of the request as the browser sees it: at {@link ClerkOptions#publicUrl()}, else at
   * what a reverse proxy forwards, if that is believed. Empty when it is no URL.
   */
  default Optional<String> url() {
    return Wiring.publicUrl(this);
  }

  /**
   * Who is calling; pending sessions as asked. Never null: nobody unless the state is {@link
   * SignedIn}.
   */
  Auth auth(PendingSessions pending);

  /** Who is calling; a pending session counts as nobody. */
  default Auth auth() {
    return auth(PendingSessions.SIGNED_OUT);
  }

  /**
   * Somebody is calling.
   *
   * @param token the verified token
   * @param type the kind of the token
   * @param caller who is calling, pending sessions included
   * @param callerIfActive who is calling, with a pending session counted as nobody
   * @param headers what the response needs; {@code set-cookie} after a handshake or a refresh
   * @param settings the options that the request was judged by
   * @param request the request that was judged
   */
  record SignedIn(
      String token,
      TokenType type,
      Auth caller,
      Auth callerIfActive,
      Map<String, List<String>> headers,
      RequestSettings settings,
      ClerkRequest request)
      implements RequestState {

    @Override
    public String status() {
      return "signed-in";
    }

    @Override
    public Optional<String> reason() {
      return Optional.empty();
    }

    @Override
    public Optional<String> message() {
      return Optional.empty();
    }

    @Override
    public Optional<TokenType> tokenType() {
      return Optional.of(type);
    }

    @Override
    public Auth auth(PendingSessions pending) {
      return pending == PendingSessions.ALLOWED ? caller : callerIfActive;
    }

    /** Names the caller; never the token. */
    @Override
    public String toString() {
      return "SignedIn[" + type.value() + "]";
    }
  }

  /**
   * Nobody is calling.
   *
   * @param code Clerk's reason code
   * @param text what is behind the reason, in words; may be empty
   * @param tokenType the kind of token that was asked for
   * @param nobody the caller: nobody
   * @param headers what the response needs, with Clerk's {@code x-clerk-auth-…} headers
   * @param settings the options that the request was judged by
   * @param request the request that was judged
   */
  record SignedOut(
      String code,
      String text,
      Optional<TokenType> tokenType,
      Auth nobody,
      Map<String, List<String>> headers,
      RequestSettings settings,
      ClerkRequest request)
      implements RequestState {

    @Override
    public String status() {
      return "signed-out";
    }

    @Override
    public Optional<String> reason() {
      return Optional.of(code);
    }

    @Override
    public Optional<String> message() {
      return Optional.of(text);
    }

    @Override
    public Auth auth(PendingSessions pending) {
      return nobody;
    }

    /** Names the reason alone; headers may hold cookies. */
    @Override
    public String toString() {
      return "SignedOut[" + code + "]";
    }
  }

  /**
   * Clerk has to be asked: the browser is sent there and comes back with an answer. The response is
   * a 307 redirect with these headers.
   *
   * @param code Clerk's reason code
   * @param text what is behind the reason, in words; may be empty
   * @param nobody the caller until then: nobody
   * @param headers {@code location}, {@code cache-control}, {@code set-cookie} and Clerk's {@code
   *     x-clerk-auth-…} headers
   * @param settings the options that the request was judged by
   * @param request the request that was judged
   */
  record Handshake(
      String code,
      String text,
      Auth nobody,
      Map<String, List<String>> headers,
      RequestSettings settings,
      ClerkRequest request)
      implements RequestState {

    @Override
    public String status() {
      return "handshake";
    }

    @Override
    public Optional<String> reason() {
      return Optional.of(code);
    }

    @Override
    public Optional<String> message() {
      return Optional.of(text);
    }

    @Override
    public Optional<TokenType> tokenType() {
      return Optional.of(TokenType.SESSION_TOKEN);
    }

    @Override
    public Auth auth(PendingSessions pending) {
      return nobody;
    }

    /** Names the reason alone; the location holds tokens. */
    @Override
    public String toString() {
      return "Handshake[" + code + "]";
    }
  }
}

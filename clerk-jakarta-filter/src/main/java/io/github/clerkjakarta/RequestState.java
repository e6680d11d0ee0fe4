package io.github.clerkjakarta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was decided about a request: somebody is calling, nobody is, or Clerk has to be asked. A
 * value; what the response has to do about it is in {@link #headers}.
 *
 * @see <a href="https://clerk.com/docs/reference/backend/authenticate-request">Clerk:
 *     authenticateRequest()</a>
 */
public abstract sealed class RequestState {

  private final ClerkRequest request;
  private final RequestSettings settings;
  private final Map<String, List<String>> needed;

  RequestState(Builder about) {
    request = about.request;
    settings = about.settings;
    needed = about.headers;
  }

  /**
   * A state to be built, for a {@link RequestAuthenticator} of an application's own.
   *
   * @param request the request that was judged
   * @param settings the options that it was judged by
   */
  public static Builder about(ClerkRequest request, RequestSettings settings) {
    return new Builder(request, settings);
  }

  /** Clerk's name of the state: {@code signed-in}, {@code signed-out} or {@code handshake}. */
  public abstract String status();

  /** Why the caller isn't signed in, by Clerk's reason codes; empty for a signed-in request. */
  public abstract Optional<String> reason();

  /** What is behind the reason, in words; empty for a signed-in request. */
  public abstract Optional<String> message();

  /** The kind of token that was accepted or asked for; empty when none of several fits. */
  public abstract Optional<TokenType> tokenType();

  /** Who is calling; pending sessions as asked. Never null: nobody unless signed in. */
  public abstract Auth auth(PendingSessions pending);

  /** Who is calling; a pending session counts as nobody. */
  public final Auth auth() {
    return auth(PendingSessions.SIGNED_OUT);
  }

  /**
   * The headers that the response needs: lower-case name to values. A {@code location} among them
   * means that the response is a 307 redirect and that nothing else happens. Where nobody is signed
   * in, Clerk's {@code x-clerk-auth-…} headers are among them.
   */
  public Map<String, List<String>> headers() {
    return needed;
  }

  /** The options that the request was judged by. */
  public final RequestSettings settings() {
    return settings;
  }

  /** The request that was judged. It answers for as long as the request is served. */
  public final ClerkRequest request() {
    return request;
  }

  /** Somebody is calling. */
  public static final class SignedIn extends RequestState {

    private static final String PENDING = "pending";

    private final Auth caller;
    private final String token;

    private SignedIn(Builder about, Auth caller, String token) {
      super(about);
      this.caller = caller;
      this.token = token;
    }

    /** The verified token. */
    public String token() {
      return token;
    }

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
      return caller.tokenType();
    }

    @Override
    public Auth auth(PendingSessions pending) {
      return pending == PendingSessions.ALLOWED || !isPending() ? caller : nobodyYet(caller);
    }

    private boolean isPending() {
      Optional<String> status = caller.sessionStatus();
      return status.isPresent() && status.get().equals(PENDING);
    }

    /** Nobody, because the person still has a session task to do; that much is said. */
    private static Auth nobodyYet(Auth pending) {
      return new Auth() {
        @Override
        public Optional<String> instance() {
          return pending.instance();
        }

        @Override
        public Optional<TokenType> tokenType() {
          return pending.tokenType();
        }

        @Override
        public Optional<String> sessionStatus() {
          return pending.sessionStatus();
        }

        @Override
        public String toString() {
          return "Nobody";
        }
      };
    }

    /** Names the kind of token; never the token. */
    @Override
    public String toString() {
      return "SignedIn[" + tokenType().map(TokenType::value).orElse("") + "]";
    }
  }

  /** Nobody is calling, and why. */
  abstract static sealed class NotSignedIn extends RequestState {

    /** The largest character that a header can hold. */
    private static final char LARGEST_BYTE = 0xff;

    private final String reason;
    private final String message;
    private final Auth nobody;

    private NotSignedIn(Builder about, String reason, String message) {
      super(about);
      this.reason = reason;
      this.message = message;
      this.nobody = about.nobody;
    }

    @Override
    public final Optional<String> reason() {
      return Optional.of(reason);
    }

    @Override
    public final Optional<String> message() {
      return Optional.of(message);
    }

    @Override
    public final Optional<TokenType> tokenType() {
      return nobody.tokenType();
    }

    @Override
    public final Auth auth(PendingSessions pending) {
      return nobody;
    }

    @Override
    public final Map<String, List<String>> headers() {
      Map<String, List<String>> headers = new LinkedHashMap<>(super.headers());
      putIfPossible(headers, "x-clerk-auth-message", message);
      putIfPossible(headers, "x-clerk-auth-reason", reason);
      putIfPossible(headers, "x-clerk-auth-status", status());
      return Collections.unmodifiableMap(headers);
    }

    /** These only inform: a value that no header can hold is left out. */
    private static void putIfPossible(
        Map<String, List<String>> headers, String name, String value) {
      if (!value.isEmpty() && value.chars().allMatch(NotSignedIn::fitsHeader)) {
        headers.put(name, List.of(value));
      }
    }

    private static boolean fitsHeader(int character) {
      return character <= LARGEST_BYTE
          && character != '\r'
          && character != '\n'
          && character != '\0';
    }
  }

  /** Nobody is calling. */
  public static final class SignedOut extends NotSignedIn {

    private SignedOut(Builder about, String reason, String message) {
      super(about, reason, message);
    }

    @Override
    public String status() {
      return "signed-out";
    }

    /** Names the reason alone; headers may hold cookies. */
    @Override
    public String toString() {
      return "SignedOut[" + reason().orElseThrow() + "]";
    }
  }

  /**
   * Clerk has to be asked: the browser is sent there and comes back with an answer. The response is
   * a 307 redirect with these headers.
   */
  public static final class Handshake extends NotSignedIn {

    private Handshake(Builder about, String reason, String message) {
      super(about, reason, message);
    }

    @Override
    public String status() {
      return "handshake";
    }

    /** Names the reason alone; the location holds tokens. */
    @Override
    public String toString() {
      return "Handshake[" + reason().orElseThrow() + "]";
    }
  }

  /** Makes a state. Not for several threads. */
  public static final class Builder {

    private final ClerkRequest request;
    private final RequestSettings settings;
    private Map<String, List<String>> headers = Map.of();
    private Auth nobody = Auth.nobody();

    private Builder(ClerkRequest request, RequestSettings settings) {
      this.request = request;
      this.settings = settings;
    }

    /**
     * What the response needs, by lower-case names: {@code set-cookie}, and for a redirect {@code
     * location} and {@code cache-control}.
     */
    public Builder headers(Map<String, List<String>> headers) {
      this.headers =
          headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
      return this;
    }

    /** Who is calling while nobody is signed in, where more is known than that. */
    public Builder nobody(Auth nobody) {
      this.nobody = nobody;
      return this;
    }

    /**
     * Somebody is calling.
     *
     * @param caller who, pending sessions included
     * @param token the verified token
     */
    public SignedIn signedIn(Auth caller, String token) {
      return new SignedIn(this, caller, token);
    }

    /**
     * Nobody is calling.
     *
     * @param reason Clerk's reason code
     * @param message what is behind it, in words; may be empty
     */
    public SignedOut signedOut(String reason, String message) {
      return new SignedOut(this, reason, message);
    }

    /**
     * Clerk has to be asked.
     *
     * @param reason Clerk's reason code
     * @param message what is behind it, in words; may be empty
     */
    public Handshake handshake(String reason, String message) {
      return new Handshake(this, reason, message);
    }
  }
}

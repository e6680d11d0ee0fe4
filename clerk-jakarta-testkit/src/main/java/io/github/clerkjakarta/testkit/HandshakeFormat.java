package io.github.clerkjakarta.testkit;

/** How the Frontend API hands the cookies of a handshake to the application. */
public enum HandshakeFormat {
  /** As the application asks: a nonce when the request says {@code format=nonce}, else a token. */
  AS_REQUESTED,

  /** Always a signed token, {@code __clerk_handshake}. */
  TOKEN,

  /** Always a nonce, {@code __clerk_handshake_nonce}, to be exchanged at the Backend API. */
  NONCE
}

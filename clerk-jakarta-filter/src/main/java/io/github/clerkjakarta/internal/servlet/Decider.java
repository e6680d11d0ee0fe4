package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.backend.ClientCalls;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One filter's decider for one Clerk instance; what it has decided counts for nobody else. */
public interface Decider {

  /** What the application may ask Clerk for. */
  ClerkBackend backend();

  /** What Clerk's own client calls it by, where the application has that. */
  ClientCalls clientCalls();

  /** Whether this decider is one of the application that a request is in. */
  boolean isOf(ServletRequest request);

  /** Decides about a request where other kinds of token are accepted than the rules accept. */
  RequestState decideAgain(HttpServletRequest request, AcceptsToken accepts);

  /**
   * Whether somebody is calling with a token of these kinds; if not, the request is answered.
   *
   * @throws IOException when the response can't be written
   */
  boolean authenticate(
      HttpServletRequest request, HttpServletResponse response, AcceptsToken accepts)
      throws IOException;

  /**
   * Answers a request of nobody that needs somebody.
   *
   * @throws IOException when the response can't be written
   */
  void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /**
   * Sends a browser to a page for signing in or up, unless it has been there to no avail.
   *
   * @throws IOException when the response can't be written
   */
  void sendTo(String location, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}

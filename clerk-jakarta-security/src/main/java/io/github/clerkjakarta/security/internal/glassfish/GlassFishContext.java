package io.github.clerkjakarta.security.internal.glassfish;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Under which policy GlassFish and Payara judge what a request asks. They know it where the request
 * comes in, but neither in async and error dispatches, nor on the threads of {@code
 * AsyncContext.start}, nor after a logout; from Jakarta EE 11 on, whatever is asked there fails. So
 * the request remembers it. On any other server nothing happens.
 */
public final class GlassFishContext {

  private GlassFishContext() {}

  /**
   * Has the server know it on this thread.
   *
   * @return takes it away again where the thread didn't have it, and is to be run on that thread
   */
  public static Runnable enter(HttpServletRequest request) {
    return GlassFish.runs(request.getServletContext()) && KeptContext.enter(request)
        ? KeptContext::leave
        : () -> {};
  }

  /** Has the server know it again, for the rest of a request whose caller has logged out. */
  public static void restore(HttpServletRequest request) {
    if (GlassFish.runs(request.getServletContext())) {
      KeptContext.enter(request);
    }
  }
}

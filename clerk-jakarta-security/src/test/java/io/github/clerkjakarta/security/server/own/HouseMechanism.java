package io.github.clerkjakarta.security.server.own;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Knows whoever has the key of the house. */
@ApplicationScoped
public class HouseMechanism implements HttpAuthenticationMechanism {

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    response.setHeader("X-House", "asked");
    return request.getHeader("X-House-Key") == null
        ? context.doNothing()
        : context.notifyContainerAboutLogin("guest", Set.of("house"));
  }
}

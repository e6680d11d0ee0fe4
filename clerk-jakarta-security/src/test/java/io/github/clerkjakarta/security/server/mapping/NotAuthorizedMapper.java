package io.github.clerkjakarta.security.server.mapping;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The application's word for nobody. */
@Provider
public class NotAuthorizedMapper implements ExceptionMapper<NotAuthorizedException> {

  @Override
  public Response toResponse(NotAuthorizedException denial) {
    return Response.status(denial.getResponse().getStatus()).entity("who are you").build();
  }
}

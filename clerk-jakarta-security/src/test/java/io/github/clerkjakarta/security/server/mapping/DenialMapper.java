package io.github.clerkjakarta.security.server.mapping;

import io.github.clerkjakarta.security.AccessDeniedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The application's word on refusals. */
@Provider
public class DenialMapper implements ExceptionMapper<AccessDeniedException> {

  @Override
  public Response toResponse(AccessDeniedException denial) {
    return Response.status(418).entity(denial.getMessage()).build();
  }
}

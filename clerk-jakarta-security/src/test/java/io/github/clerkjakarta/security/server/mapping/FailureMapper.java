package io.github.clerkjakarta.security.server.mapping;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The application's word for all that went wrong; a refusal hasn't. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

  @Override
  public Response toResponse(Throwable failure) {
    return Response.serverError().entity("failed").build();
  }
}

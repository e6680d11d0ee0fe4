package io.github.clerkjakarta.security.server.mapping;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The application's word for those who may not. */
@Provider
public class ForbiddenMapper implements ExceptionMapper<ForbiddenException> {

  @Override
  public Response toResponse(ForbiddenException denial) {
    return Response.status(denial.getResponse().getStatus()).entity("not you").build();
  }
}

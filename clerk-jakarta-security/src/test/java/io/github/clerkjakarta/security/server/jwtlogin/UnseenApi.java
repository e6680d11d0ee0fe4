package io.github.clerkjakarta.security.server.jwtlogin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** No bean, so that CDI tells nobody of the annotation; WildFly finds it without CDI. */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("rest")
public class UnseenApi extends Application {}

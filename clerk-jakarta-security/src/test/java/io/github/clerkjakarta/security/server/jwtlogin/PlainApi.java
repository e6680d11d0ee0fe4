package io.github.clerkjakarta.security.server.jwtlogin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** For an application that has the mechanism by its setting. */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationScoped
@ApplicationPath("rest")
public class PlainApi extends Application {}
